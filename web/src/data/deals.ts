import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { kith } from './kith.ts';
import type { Stage } from './pipelines.ts';
import { queryClient } from './query-client.ts';
import { listKey, recordKey } from './records.ts';
import type { KithRecord, Named } from './types.ts';

/** A deal as its card shows it. */
export interface DealCard extends KithRecord {
  account: Named | null;
  owner: Named | null;
  /** Decimal, in `currency`. */
  amount: string | null;
  currency: string;
  /** Decimal, in the currency of the workspace; none where no rate is known. */
  baseAmount: string | null;
  stageId: string;
  stageSince: string;
  nextStep: string | null;
}

/** A stage with its first deals; the sums are of all of them, in the currency of the workspace. */
export interface BoardColumn {
  stage: Stage;
  count: number;
  amount: string;
  weighted: string;
  deals: DealCard[];
  next?: string | null;
}

export interface Board {
  pipeline: Named;
  currency: string;
  columns: BoardColumn[];
}

export interface BoardQuery {
  pipelineId: string | undefined;
  q: string | undefined;
  filter: Record<string, unknown> | undefined;
}

const cardsAtFirst = 50;

export function boardOptions(query: BoardQuery) {
  return queryOptions({
    queryKey: [...listKey('deal'), 'board', query],
    queryFn: ({ signal }) =>
      kith.call<Board>({ method: 'GET', path: '/deals/board' }, { ...query, limit: cardsAtFirst }, { signal }),
    placeholderData: keepPreviousData,
  });
}

interface StageChange {
  deal: Pick<KithRecord, 'id' | 'version'>;
  stageId: string;
  /** What the stage asks for. */
  values?: Record<string, unknown>;
}

/** Brings a deal to another stage, if it is still the one that is known here (412 otherwise). Answers with the change set that takes it back. */
export async function changeStage({ deal, stageId, values = {} }: StageChange): Promise<string | undefined> {
  const { lostReason, ...others } = values;
  let changeSetId: string | undefined;
  await kith.call<KithRecord>(
    { method: 'PUT', path: '/deals/:id/stage' },
    {
      id: deal.id,
      stageId,
      ...(lostReason === undefined ? {} : { lostReason }),
      ...(Object.keys(others).length > 0 ? { values: others } : {}),
    },
    {
      version: deal.version,
      onDetails: (details) => {
        changeSetId = details.changeSetId;
      },
    },
  );
  return changeSetId;
}

/** Shows boards otherwise than the server knows them, until they are asked for anew. */
export function changeBoards(change: (board: Board) => Board): void {
  const queryKey = [...listKey('deal'), 'board'];
  // What is on its way was asked for before the change.
  void queryClient.cancelQueries({ queryKey }, { revert: false });
  queryClient.setQueriesData<Board>({ queryKey }, (board) => board && change(board));
}

export interface StageStep {
  fromStage: string | null;
  toStage: string;
  toStageId: string;
  changedAt: string;
  changedBy: Named | null;
  /** How long it was in the stage that it left. */
  timeInStageHours: number | null;
}

export function stageHistoryOptions(id: string) {
  return queryOptions({
    queryKey: [...recordKey('deal', id), 'stages'],
    queryFn: ({ signal }) =>
      kith.call<{ data: StageStep[] }>({ method: 'GET', path: '/deals/:id/stage-history' }, { id }, { signal }),
    select: (answer: { data: StageStep[] }) => answer.data,
  });
}
