import { queryOptions } from '@tanstack/react-query';
import { addressOf, call, get, type Page, post } from './api.ts';
import type { FieldType } from './catalogue.ts';
import { queryClient } from './query-client.ts';
import { upload } from './upload.ts';

export type ImportObject = 'contacts' | 'accounts';
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

export function previewFile(file: File, object: ImportObject, onProgress: (part: number) => void): Promise<Preview> {
  const form = new FormData();
  // Fields before the file: the server streams the parts and knows by then what the file is for.
  form.set('object', object);
  form.set('file', file, file.name);
  return upload<Preview>('/imports/preview', form, onProgress);
}

export function startImport(choices: ImportChoices, dryRun: boolean): Promise<{ id: string }> {
  const form = new FormData();
  form.set('uploadId', choices.uploadId);
  form.set('object', choices.object);
  form.set('mapping', JSON.stringify(choices.mapping));
  form.set('dryRun', String(dryRun));
  form.set('mode', choices.mode);
  if (choices.matchKey) form.set('matchKey', choices.matchKey);
  if (choices.ownerId) form.set('ownerId', choices.ownerId);
  if (choices.tags.length > 0) form.set('tags', JSON.stringify(choices.tags));
  void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
  return call('POST', '/imports', { body: form });
}

export const isMoving = (status: ImportStatus): boolean => status === 'queued' || status === 'running';
const lookMs = 400;

export function importOptions(id: string | undefined) {
  return queryOptions({
    queryKey: ['imports', 'one', id],
    queryFn: ({ signal }) => get<Import>(`/imports/${id}`, undefined, signal),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data && !isMoving(query.state.data.status) ? false : lookMs),
  });
}

export const importsOptions = queryOptions({
  queryKey: ['imports', 'list'],
  queryFn: ({ signal }) => get<Page<Import>>('/imports', { limit: 100 }, signal),
  select: (answer: Page<Import>) => answer.data,
  refetchInterval: (query) => (query.state.data?.data.some((one) => isMoving(one.status)) ? 1_000 : false),
});

export async function moveImport(id: string, verb: 'pause' | 'resume' | 'cancel'): Promise<void> {
  await post(`/imports/${id}/${verb}`);
  await queryClient.invalidateQueries({ queryKey: ['imports'] });
}

export const rejectsAddress = (id: string, marked: boolean) =>
  addressOf(`/imports/${id}/rejects`, marked ? { marked } : {});
