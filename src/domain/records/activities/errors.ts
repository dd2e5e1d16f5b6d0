import { defineProblems } from '#platform/errors';

defineProblems({
  name_ambiguous: { status: 422, title: 'Several records have this name' },
  name_unknown: { status: 422, title: 'Nobody here has this name' },
});
