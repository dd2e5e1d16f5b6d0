import { moveImport } from './move-import.ts';

export const resumeImport = moveImport({
  verb: 'resume',
  summary: 'Lets a paused or failed import go on where it stood.',
  from: ['paused', 'failed'],
  to: 'queued',
});
