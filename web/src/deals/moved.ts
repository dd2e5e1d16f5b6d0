import type { Board, BoardColumn, DealCard } from '../data/deals.ts';
import { minus, plus, share } from './decimal.ts';

/** The card with this id, and the column that it is in. */
export function findCard(board: Board, id: string): { card: DealCard; column: BoardColumn } | undefined {
  for (const column of board.columns) {
    const card = column.deals.find((deal) => deal.id === id);
    if (card) return { card, column };
  }
  return undefined;
}

/** The board as it will look once a deal has come to another stage: its card first, counts and sums along with it. */
export function moved(board: Board, id: string, stageId: string): Board {
  const from = findCard(board, id);
  const to = board.columns.find((column) => column.stage.id === stageId);
  if (!from || !to || from.column === to) return board;
  const { card } = from;
  const there = { ...card, stageId, stage: to.stage.name, probability: to.stage.probability };
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column === from.column) return without(column, card);
      return column === to ? withCard(column, there) : column;
    }),
  };
}

function weightOf(card: DealCard): string {
  return share(card.baseAmount, typeof card.probability === 'number' ? card.probability : 0);
}

function without(column: BoardColumn, card: DealCard): BoardColumn {
  return {
    ...column,
    count: column.count - 1,
    amount: column.amount && minus(column.amount, card.baseAmount),
    weighted: column.weighted && minus(column.weighted, weightOf(card)),
    deals: column.deals.filter((deal) => deal.id !== card.id),
  };
}

function withCard(column: BoardColumn, card: DealCard): BoardColumn {
  return {
    ...column,
    count: column.count + 1,
    amount: column.amount && plus(column.amount, card.baseAmount),
    weighted: column.weighted && plus(column.weighted, weightOf(card)),
    deals: [card, ...column.deals],
  };
}

const steps: Record<string, [column: number, row: number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** The card that an arrow key leads to: up and down in the column, sideways to the next column that has one. */
export function cardBeside(board: Board, id: string, key: string): DealCard | undefined {
  const step = steps[key];
  const from = findCard(board, id);
  if (!step || !from) return undefined;
  const row = from.column.deals.indexOf(from.card);
  const [sideways, down] = step;
  if (sideways === 0) return from.column.deals[row + down];
  for (let at = board.columns.indexOf(from.column) + sideways; at >= 0 && at < board.columns.length; at += sideways) {
    const deals = board.columns[at]?.deals ?? [];
    if (deals.length > 0) return deals[Math.min(row, deals.length - 1)];
  }
  return undefined;
}
