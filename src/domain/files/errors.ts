import { defineProblems } from '#platform/errors';

defineProblems({
  file_quarantined: { status: 409, title: 'The file is in quarantine' },
});
