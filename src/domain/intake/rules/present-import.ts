import { publicId } from '#platform/ids';
import type { ImportRow } from '../store/imports.ts';

/** Progress from 0 to 1: how much of the file has been read, done when all is written. */
export function progressOf(one: Pick<ImportRow, 'status' | 'position' | 'fileSize'>): number {
  if (one.status === 'done') return 1;
  if (one.fileSize === 0 || one.position.row === 0) return 0;
  return Math.min(0.999, Math.round((one.position.byte / one.fileSize) * 1000) / 1000);
}

/** An import as the API shows it. */
export function presentImport(one: ImportRow) {
  const progress = progressOf(one);
  const seconds = one.runningMs / 1000;
  const rowsPerSecond = seconds > 0 ? Math.round(one.rows / seconds) : null;
  const secondsLeft =
    progress > 0 && one.status === 'running' ? Math.round((seconds / progress) * (1 - progress)) : null;
  return {
    id: publicId('im', one.id),
    status: one.status,
    object: `${one.object}s`,
    fileName: one.fileName,
    fileSize: one.fileSize,
    dryRun: one.dryRun,
    mapping: one.mapping,
    mode: one.settings.mode,
    matchKey: one.settings.matchKey,
    ownerId: one.settings.ownerId ? publicId('us', one.settings.ownerId) : null,
    tags: one.settings.tags ?? [],
    rows: one.rows,
    created: one.created,
    updated: one.updated,
    merged: one.merged,
    skipped: one.skipped,
    rejected: one.rejected,
    marked: one.marked,
    accountsCreated: one.accountsCreated,
    progress,
    rowsPerSecond,
    secondsLeft,
    notices: one.notices,
    samples: one.samples,
    changeSetId: one.dryRun ? null : publicId('cs', one.changeSetId),
    createdAt: one.createdAt.toISOString(),
    startedAt: one.startedAt?.toISOString() ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
    error: one.error,
  };
}
