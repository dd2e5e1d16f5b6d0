import { expect, test } from 'vitest';
import type { ReachLevel } from '#platform/database';
import { whoseDeeds } from './whose-deeds.ts';

const reach = (...levels: ReachLevel[]) => ({
  ...{ actor: 'me', maker: null, role: 'x', teams: [], territories: [], unowned: true, write: {} },
  owners: { own: ['me'], team: ['me', 'you'] },
  read: Object.fromEntries(levels.map((level, index) => [`kind${index}`, level])),
});

test('one is told of the deeds of those whose records one sees, of every kind', () => {
  expect(whoseDeeds(undefined)).toBeUndefined();
  expect(whoseDeeds(reach('all', 'all'))).toBeUndefined();
  expect(whoseDeeds(reach('team', 'all'))).toEqual(['me', 'you']);
  expect(whoseDeeds(reach('all', 'own'))).toEqual(['me']);
  expect(whoseDeeds(reach('team', 'none'))).toEqual(['me']);
});
