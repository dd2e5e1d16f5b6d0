import { expect, test } from 'vitest';
import { followersAmong } from './followers.ts';

const since = new Date(0);
const ana = { userId: 'ana', following: true, reason: 'asked', since };
const bo = { userId: 'bo', following: false, reason: 'comment', since };

test('the owner follows without having asked', () => {
  expect(followersAmong([ana], 'cleo').map((one) => [one.userId, one.reason])).toEqual([
    ['cleo', 'owner'],
    ['ana', 'asked'],
  ]);
  expect(followersAmong([ana], null)).toHaveLength(1);
});

test('an owner who has stopped does not, and one who has asked is told once', () => {
  expect(followersAmong([bo], 'bo')).toEqual([]);
  expect(followersAmong([ana], 'ana').map((one) => one.reason)).toEqual(['asked']);
});
