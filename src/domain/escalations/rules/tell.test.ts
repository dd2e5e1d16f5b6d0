import { expect, test } from 'vitest';
import { tellSchema } from '../tell-input.ts';
import { type Chain, whomToTell } from './tell.ts';

const chain = (userId: string, managerId: string | null, more: Partial<Chain> = {}): [string, Chain] => [
  userId,
  { userId, managerId, role: 'rep', isActive: true, ...more },
];
const chains = new Map([
  chain('rep', 'boss'),
  chain('boss', null, { role: 'manager' }),
  chain('other', 'boss', { role: 'manager' }),
  chain('gone', 'boss', { isActive: false }),
]);

test.each([
  [{ owner: true, manager: true }, 'rep', ['rep', 'boss']],
  [{ manager: true }, 'boss', []],
  [{ owner: true }, null, []],
  [{ owner: true, manager: true }, 'gone', ['boss']],
  [{ userIds: ['boss'], roles: ['manager'] }, 'rep', ['boss', 'other']],
  [{ userIds: ['gone', 'nobody'] }, 'rep', []],
])('%j of what %s owns are %j', (tell, ownerId, told) => {
  const whole = { owner: false, manager: false, userIds: [], roles: [], ...tell };
  expect(whomToTell(whole, ownerId, chains)).toEqual(told);
});

test('a list that tells nobody is none', () => {
  expect(tellSchema.safeParse({ owner: false }).success).toBe(false);
  expect(tellSchema.safeParse({ roles: ['rep'] }).success).toBe(true);
});
