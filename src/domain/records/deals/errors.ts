import { defineProblems } from '#platform/errors';

defineProblems({
  stage_requires: { status: 422, title: 'The stage needs more of the deal' },
});
