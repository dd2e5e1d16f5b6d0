import { defineProblems } from '#platform/errors';

defineProblems({
  event_not_handled: { status: 409, title: 'The handler cannot take this event' },
});
