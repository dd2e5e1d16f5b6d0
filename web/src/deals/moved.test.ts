import { describe, expect, it } from 'vitest';
import type { Board, BoardColumn, DealCard } from '../data/deals.ts';
import { cardBeside, moved } from './moved.ts';

const card = (id: string, baseAmount: string | null, probability: number) =>
  ({ id, baseAmount, probability }) as unknown as DealCard;

function column(id: string, probability: number, amount: string, weighted: string, deals: DealCard[]): BoardColumn {
  const stage = { id, name: id, probability } as BoardColumn['stage'];
  return { stage, count: deals.length, amount, weighted, deals };
}

const board = {
  columns: [
    column('new', 10, '1000000000000.35', '100000000000.04', [card('a', '0.35', 10), card('b', '1000000000000', 10)]),
    column('none', 20, '0', '0', []),
    column('talk', 50, '200', '100', [card('c', '200', 50)]),
  ],
} as unknown as Board;

describe('a card that moves', () => {
  it('takes its amount along to the cent, weighted by the stage that it comes to', () => {
    const [from, , to] = moved(board, 'a', 'talk').columns;
    expect(from).toMatchObject({ count: 1, amount: '1000000000000.0000', weighted: '100000000000.0050' });
    expect(to).toMatchObject({ count: 2, amount: '200.3500', weighted: '100.1750' });
    expect(to?.deals.map((deal) => deal.id)).toEqual(['a', 'c']);
  });

  it('changes nothing when it stays, or when its stage is not there', () => {
    expect(moved(board, 'a', 'new')).toBe(board);
    expect(moved(board, 'a', 'gone')).toBe(board);
    expect(moved(board, 'x', 'talk')).toBe(board);
  });
});

describe('the arrow keys', () => {
  it('go up and down in a column, and past empty columns', () => {
    expect(cardBeside(board, 'a', 'ArrowDown')?.id).toBe('b');
    expect(cardBeside(board, 'a', 'ArrowUp')).toBeUndefined();
    expect(cardBeside(board, 'b', 'ArrowRight')?.id).toBe('c');
    expect(cardBeside(board, 'c', 'ArrowLeft')?.id).toBe('a');
    expect(cardBeside(board, 'c', 'ArrowRight')).toBeUndefined();
  });
});
