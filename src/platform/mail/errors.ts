import { defineProblems } from '#platform/errors';

defineProblems({
  mail_not_configured: { status: 409, title: 'Kith has no mail server' },
  mail_not_sent: { status: 502, title: 'The mail server did not take the mail' },
});
