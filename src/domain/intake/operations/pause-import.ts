import { moveImport } from './move-import.ts';

export const pauseImport = moveImport({
  verb: 'pause',
  summary: 'Pauses an import after the chunk in hand; it can be resumed.',
  from: ['queued', 'running'],
  to: 'paused',
});
