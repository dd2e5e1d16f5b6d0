import { defineProblems } from '#platform/errors';

defineProblems({
  decision_needed: { status: 409, title: 'Somebody has to decide' },
});
