import { queryOptions } from '@tanstack/react-query';
import type { FieldType } from './catalogue.ts';
import { kith, type Page } from './kith.ts';
import { queryClient } from './query-client.ts';

/** What rows become: the address of a kind of record, as `contacts`. */
export type ImportObject = string;
export type ImportMode = 'createAndUpdate' | 'createOnly' | 'updateOnly';
export type ImportStatus = 'queued' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
export type Outcome = 'created' | 'updated' | 'merged' | 'rejected';

export interface ColumnGuess {
  column: string;
  field: string | null;
  /** 0 to 1. */
  confidence: number;
  alternatives: { field: string; confidence: number }[];
}

export interface Preview {
  uploadId: string;
  fileName: string;
  fileSize: number;
  headers: string[];
  sample: string[][];
  mapping: ColumnGuess[];
  encoding: string;
  delimiter: string;
  fields: { name: string; label: string; type: FieldType }[];
  matchKeys: string[];
  problems: string[];
}

export interface Sample {
  outcome: Outcome;
  row: number;
  values: Record<string, unknown>;
  before?: Record<string, unknown>;
  reason?: string;
}

export interface Import {
  id: string;
  status: ImportStatus;
  object: ImportObject;
  fileName: string;
  fileSize: number;
  dryRun: boolean;
  rows: number;
  created: number;
  updated: number;
  merged: number;
  skipped: number;
  rejected: number;
  marked: number;
  accountsCreated?: number;
  /** 0 to 1. */
  progress: number;
  rowsPerSecond: number | null;
  secondsLeft: number | null;
  notices?: string[];
  samples?: Sample[];
  changeSetId: string | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  error: string | null;
}

export interface ImportChoices {
  uploadId: string;
  object: ImportObject;
  mapping: Record<string, string | null>;
  mode: ImportMode;
  matchKey: string | undefined;
  ownerId: string | undefined;
  tags: string[];
}

export function previewFile(file: File, object: ImportObject, onProgress: (share: number) => void): Promise<Preview> {
  return kith.imports.preview<Preview>({ file, object }, { onProgress });
}

export function startImport(choices: ImportChoices, dryRun: boolean): Promise<{ id: string }> {
  void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
  return kith.imports.create<{ id: string }>({
    ...choices,
    dryRun,
    tags: choices.tags.length > 0 ? choices.tags : undefined,
  });
}

export const isMoving = (status: ImportStatus): boolean => status === 'queued' || status === 'running';
const lookMs = 400;

export function importOptions(id: string | undefined) {
  return queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => kith.imports.get<Import>({ id: id ?? '' }, { signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && !isMoving(query.state.data.status) ? false : lookMs),
  });
}

export const importsOptions = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ signal }) => kith.imports.list<Page<Import>>({ limit: 100 }, { signal }),
  select: (answer: Page<Import>) => answer.data,
  refetchInterval: (query) => (query.state.data?.data.some((one) => isMoving(one.status)) ? 1_000 : false),
});

export async function moveImport(id: string, verb: 'pause' | 'resume' | 'cancel'): Promise<void> {
  await kith.imports[verb]({ id });
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
}
