import { defineProblems } from '#platform/errors';

defineProblems({
  already_converted: { status: 409, title: 'This lead has been converted already' },
});
