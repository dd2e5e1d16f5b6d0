import { queryOptions } from '@tanstack/react-query';
import { keptChangeSet, sayWithUndo } from '../changes.ts';
import { kith } from '../kith.ts';
import { queryClient } from '../query-client.ts';
import { scoringModelOptions } from '../records.ts';
import type { Tier } from '../types.ts';
import type { ScoringModel } from './scoring-model.ts';

interface StoredModel {
  /** Null for the one that ships, as long as it is the only one. */
  id: string | null;
  name: string;
  active: boolean;
  version: number;
}

const queryKey = ['scoring-models'] as const;
const list = () => kith.call<{ data: StoredModel[] }>({ method: 'GET', path: '/scoring/models' }, {});

export interface ModelVersion {
  version: number;
  at: string;
  by: string | null;
  /** The sections that it changed. */
  sections: string[];
}

/** The versions of the model in use, the newest first; none while it is the one that ships. */
export const versionsOptions = queryOptions({
  queryKey: [...queryKey, 'versions'],
  queryFn: async (): Promise<{ id: string; versions: ModelVersion[] } | null> => {
    const active = (await list()).data.find((model) => model.active);
    if (!active?.id) return null;
    const { data } = await kith.call<{ data: ModelVersion[] }>(
      { method: 'GET', path: '/scoring/models/:id/versions' },
      { id: active.id },
    );
    return { id: active.id, versions: data };
  },
});

/** Asks anew for the model in use and for its versions. */
export function refreshModels(): void {
  void queryClient.invalidateQueries({ queryKey });
  void queryClient.invalidateQueries({ queryKey: scoringModelOptions.queryKey });
}

export async function rollBack(id: string, version: number, said: string): Promise<void> {
  const kept = keptChangeSet();
  await kith.call({ method: 'POST', path: '/scoring/models/:id/rollback' }, { id, version }, kept.call);
  refreshModels();
  sayWithUndo(said, kept.id());
}

export interface Mover {
  id: string;
  /** Null for those whom the reader may not see. */
  name: string | null;
  before: number;
  after: number;
}

export interface Preview {
  status: 'running' | 'done';
  /** 0 to 1. */
  progress: number;
  contacts: number;
  changedTier: number;
  averageBefore: number;
  averageAfter: number;
  changes: { from: Tier; to: Tier; count: number; examples: Mover[] }[];
}

/** Keeps a model beside the one in use, so that it can be tried, and begins to find out whom it would move. Answers its id. */
export async function beginPreview(name: string, config: ScoringModel): Promise<string> {
  const known = (await list()).data.find((model) => model.name === name && !model.active)?.id;
  const { id } = known
    ? await kith.call<{ id: string }>({ method: 'PATCH', path: '/scoring/models/:id' }, { id: known, config })
    : await kith.call<{ id: string }>({ method: 'POST', path: '/scoring/models' }, { name, config });
  await kith.call({ method: 'POST', path: '/scoring/models/:id/preview' }, { id });
  return id;
}

const lookMs = 500;

export const previewOptions = (id: string | undefined, begun: number) =>
  queryOptions({
    queryKey: [...queryKey, 'preview', id, begun],
    queryFn: ({ signal }) =>
      kith.call<Preview>({ method: 'GET', path: '/scoring/models/:id/preview' }, { id: id ?? '' }, { signal }),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.status === 'done' ? false : lookMs),
    gcTime: 0,
  });
