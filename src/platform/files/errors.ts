import { defineProblems } from '#platform/errors';

defineProblems({
  files_unavailable: { status: 503, title: 'The store for files cannot be used' },
});
