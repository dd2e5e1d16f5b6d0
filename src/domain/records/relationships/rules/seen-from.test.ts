import { expect, test } from 'vitest';
import { seenFrom } from './seen-from.ts';

test('each relationship says which way it goes and what is at its other end', () => {
  const ana = { id: 'ct_1', name: 'Ana' };
  const bo = { id: 'ct_2', name: 'Bo' };
  const page = {
    data: [
      { fromId: 'ct_1', from: ana, toId: 'ct_2', to: bo },
      { fromId: 'ct_2', from: bo, toId: 'ct_1', to: ana },
    ],
    page: { next: 'x' },
  };
  expect(seenFrom('ct_1', page)).toMatchObject({
    data: [
      { direction: 'out', other: bo },
      { direction: 'in', other: bo },
    ],
    page: { next: 'x' },
  });
});
