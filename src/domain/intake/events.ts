import { defineEvent } from '#platform/events';

export const intakeEvents = [
  defineEvent({
    type: 'intake.import.started',
    summary: 'An import has begun to read its file.',
    data: { importId: 'the import', object: 'what it brings in', dryRun: 'whether it only looks' },
  }),
  defineEvent({
    type: 'intake.import.progressed',
    summary: 'An import has brought in another chunk of rows.',
    data: { importId: 'the import', rows: 'rows so far', progress: 'from 0 to 1' },
  }),
  defineEvent({
    type: 'intake.import.ended',
    summary: 'An import is done, has failed or was cancelled.',
    aliases: ['batch_job.completed'],
    data: { importId: 'the import', status: 'done, failed, paused or cancelled' },
  }),
];
