import { z } from 'zod';
import { publicId } from '#platform/ids';
import type { ImportRow } from '../store/imports.ts';

/** Progress from 0 to 1: how much of the file has been read, done when all is written. */
export function progressOf(one: Pick<ImportRow, 'status' | 'position' | 'fileSize'>): number {
  if (one.status === 'done') return 1;
  if (one.fileSize === 0 || one.position.row === 0) return 0;
  return Math.min(0.999, Math.round((one.position.byte / one.fileSize) * 1000) / 1000);
}

const sample = z.object({
  outcome: z.enum(['created', 'updated', 'merged', 'rejected']),
  row: z.number().int(),
  values: z.record(z.string(), z.unknown()),
  before: z.record(z.string(), z.unknown()).optional(),
  reason: z.string().optional(),
});
const count = z.number().int();
const moment = z.iso.datetime();

/** What `presentImport` answers. Rows are created, updated, merged, skipped or rejected, and these add up to `rows`. */
export const importAnswer = z.object({
  id: z.string(),
  status: z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']),
  object: z.string(),
  fileName: z.string(),
  fileSize: count,
  dryRun: z.boolean(),
  mapping: z.record(z.string(), z.string().nullable()),
  mode: z.string().optional(),
  matchKey: z.string().optional(),
  ownerId: z.string().nullable(),
  tags: z.array(z.string()),
  ...{ rows: count, created: count, updated: count, merged: count, skipped: count, rejected: count },
  marked: count.meta({ description: 'Rows with a cell that could not be read.' }),
  accountsCreated: count,
  progress: z.number().meta({ description: 'From 0 to 1.' }),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
  notices: z.array(z.string()),
  samples: z.array(sample),
  changeSetId: z.string().nullable().meta({ description: 'Give it to changes.undo to take the import back.' }),
  createdAt: moment,
  startedAt: moment.nullable(),
  endedAt: moment.nullable(),
  error: z.string().nullable(),
});

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
