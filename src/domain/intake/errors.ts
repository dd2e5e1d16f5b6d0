import { defineProblems } from '#platform/errors';

defineProblems({
  import_ended: { status: 409, title: 'The import has ended' },
  no_such_object: { status: 400, title: 'This kind of record cannot be imported' },
});
