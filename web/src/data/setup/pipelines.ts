import { queryOptions } from '@tanstack/react-query';
import { keptChangeSet } from '../changes.ts';
import { kith, type Page } from '../kith.ts';
import { queryClient } from '../query-client.ts';

export type StageKind = 'open' | 'won' | 'lost';

export interface Stage {
  id: string;
  name: string;
  order: number;
  /** Percent. */
  probability: number;
  /** The name of a color of ours, or #3366ff. */
  color: string;
  kind: StageKind;
  rottingDays: number | null;
  /** Fields of a deal without which it does not get in. */
  requires: string[];
  forecastCategory: string;
}

export interface Pipeline {
  id: string;
  version: number;
  name: string;
  description: string | null;
  isDefault: boolean;
  stages: Stage[];
  lossReasons: string[];
}

const queryKey = ['pipelines'] as const;
export const pipelinesOptions = queryOptions({
  queryKey,
  queryFn: ({ signal }) => kith.call<Page<Pipeline>>({ method: 'GET', path: '/pipelines' }, {}, { signal }),
  select: (answer: Page<Pipeline>) => answer.data,
});

export const refreshPipelines = () => queryClient.invalidateQueries({ queryKey });

/** Runs a write, and answers with the change set that takes it back. */
async function written<Answer>(
  route: Parameters<typeof kith.call>[0],
  input: object,
  version?: number,
): Promise<{ answer: Answer; changeSetId: string | undefined }> {
  const kept = keptChangeSet();
  try {
    const answer = await kith.call<Answer>(route, input, { ...kept.call, version });
    return { answer, changeSetId: kept.id() };
  } finally {
    void refreshPipelines();
  }
}

export const createPipeline = (values: { name: string; description: string | null }) =>
  written<Pipeline>({ method: 'POST', path: '/pipelines' }, values);

export const changePipeline = (
  id: string,
  values: { name?: string; description?: string | null; isDefault?: true; lossReasons?: string[] },
  version?: number,
) => written<Pipeline>({ method: 'PATCH', path: '/pipelines/:id' }, { ...values, id }, version);

export const deletePipeline = (id: string) => written<void>({ method: 'DELETE', path: '/pipelines/:id' }, { id });

/** A stage as it is edited: a new one has no id yet, and a key of its own instead. */
export type StageDraft = Omit<Stage, 'id' | 'order'> & { key: string; id?: string };

/** Saves all stages in their order. `moveTo` says where the deals of stages go that are no more. */
export const saveStages = (
  { id, version }: Pick<Pipeline, 'id' | 'version'>,
  stages: readonly StageDraft[],
  moveTo: Record<string, string>,
) =>
  written<Pipeline>(
    { method: 'PUT', path: '/pipelines/:id/stages' },
    {
      id,
      stages: stages.map(({ key: _key, ...stage }) => stage),
      ...(Object.keys(moveTo).length > 0 ? { moveTo } : {}),
    },
    version,
  );
