import { defineProblems } from '#platform/errors';

defineProblems({
  task_closed: { status: 409, title: 'The task is not open' },
});
