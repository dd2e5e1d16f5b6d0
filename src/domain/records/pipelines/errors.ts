import { defineProblems } from '#platform/errors';

defineProblems({
  stage_in_use: { status: 409, title: 'There are deals in this stage' },
});
