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
  /** Null for those who may not read amounts. */
  amount: string | null;
  weighted: string | null;
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
const mostAtOnce = 200;

export function boardOptions(query: BoardQuery) {
  return queryOptions({
    queryKey: [...listKey('deal'), 'board', query],
    queryFn: async ({ queryKey, signal }) => {
      const before = queryClient.getQueryData<Board>(queryKey);
      const board = await askBoard({ ...query, limit: cardsAtFirst }, signal);
      const columns = board.columns.map((column) =>
        asLong(
          query,
          column,
          before?.columns.find((one) => one.stage.id === column.stage.id)?.deals.length ?? 0,
          signal,
        ),
      );
      return { ...board, columns: await Promise.all(columns) };
    },
    placeholderData: keepPreviousData,
  });
}

const askBoard = (input: object, signal?: AbortSignal) =>
  kith.call<Board>({ method: 'GET', path: '/deals/board' }, input, signal ? { signal } : {});

/** The next cards of a column, behind those that it has. */
async function lengthened(
  query: BoardQuery,
  column: BoardColumn,
  limit: number,
  signal?: AbortSignal,
): Promise<BoardColumn> {
  const { columns } = await askBoard({ ...query, stageId: column.stage.id, cursor: column.next, limit }, signal);
  const more = columns[0];
  return more ? { ...more, deals: joined(column.deals, more.deals) } : column;
}

/** What was moved while the next cards were asked for may come twice. */
function joined(deals: readonly DealCard[], more: readonly DealCard[]): DealCard[] {
  const there = new Set(deals.map((deal) => deal.id));
  return [...deals, ...more.filter((deal) => !there.has(deal.id))];
}

/** A column with as many cards as somebody has scrolled through: asking anew does not take them away. */
async function asLong(
  query: BoardQuery,
  column: BoardColumn,
  cards: number,
  signal: AbortSignal,
): Promise<BoardColumn> {
  let whole = column;
  while (whole.next && whole.deals.length < cards) whole = await lengthened(query, whole, mostAtOnce, signal);
  return whole;
}

/** Fetches the next cards of a column, and shows them. */
export async function moreOfColumn(query: BoardQuery, stageId: string): Promise<void> {
  const { queryKey } = boardOptions(query);
  const column = queryClient.getQueryData<Board>(queryKey)?.columns.find((one) => one.stage.id === stageId);
  if (!column?.next) return;
  const more = await lengthened(query, column, cardsAtFirst);
  queryClient.setQueryData<Board>(
    queryKey,
    (board) =>
      board && {
        ...board,
        // What has changed since it was asked for stays as it is.
        columns: board.columns.map((one) =>
          one.stage.id === stageId ? { ...one, next: more.next ?? null, deals: joined(one.deals, more.deals) } : one,
        ),
      },
  );
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
