import { moveImport } from './move-import.ts';

export const cancelImport = moveImport({
  verb: 'cancel',
  summary: 'Cancels an import; what it has brought in stays, and can be undone.',
  from: ['queued', 'running', 'paused'],
  to: 'cancelled',
});
