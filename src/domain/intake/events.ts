import { defineEvent } from '#platform/events';

const permission = 'imports:read';

defineEvent({
  type: 'intake.import.started',
  summary: 'An import has been started.',
  permission,
  data: { importId: 'the import', object: 'what it brings in', dryRun: 'whether it only looks' },
});
defineEvent({
  type: 'intake.import.resumed',
  summary: 'An import that was paused or had failed goes on.',
  permission,
  data: { importId: 'the import', status: 'queued' },
});
defineEvent({
  type: 'intake.import.progressed',
  summary: 'An import has brought in another chunk of rows.',
  permission,
  data: { importId: 'the import', rows: 'rows so far', progress: 'from 0 to 1' },
});
defineEvent({
  type: 'intake.import.ended',
  summary: 'An import is done, has failed, was paused or was cancelled.',
  aliases: ['batch_job.completed'],
  permission,
  data: { importId: 'the import', status: 'done, failed, paused or cancelled' },
});
