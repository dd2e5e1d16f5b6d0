import { expect, test } from 'vitest';
import { completeField, field } from '#platform/fields';
import { type Candidate, survivorsOf } from './survivors.ts';

const said = { label: 'X', description: 'X' };
const title = completeField('title', field.text(said));
const stage = completeField(
  'stage',
  field.choice({ ...said, choices: ['lead', 'mql', 'customer'], initial: 'lead', merge: 'furthest' }),
);
const offer = (recordId: string, name: string, value: unknown, more: Partial<Candidate> = {}) =>
  new Map([[name, { recordId, value, at: 0, trust: 0, written: true, ...more }]]);

test.each([
  ['mostRecent', { at: 2 }, 'b'],
  ['mostTrusted', { trust: 2 }, 'b'],
  ['mostComplete', {}, 'b'],
  ['keepWinner', { at: 2, trust: 2 }, 'a'],
] as const)('%s chooses as it says', (strategy, more, expected) => {
  const offers = [offer('a', 'title', 'CEO'), offer('b', 'title', 'Chief', more)];
  const survivor = survivorsOf([title], offers, { strategy, fields: {} }).get('title');
  expect([survivor?.candidate.recordId, survivor?.why]).toEqual([expected, strategy]);
});

test('what says nothing gives way, and what was chosen by hand survives whatever it is', () => {
  const offers = [offer('a', 'title', '', { at: 9 }), offer('b', 'title', 'CEO')];
  expect(survivorsOf([title], offers, { fields: {} }).get('title')).toMatchObject({
    candidate: { value: 'CEO' },
    why: 'onlyOne',
  });
  expect(survivorsOf([title], offers, { fields: { title: 'a' } }).get('title')).toMatchObject({
    candidate: { value: '' },
    why: 'chosen',
  });
});

test('of stages the furthest survives, and what every new record has says nothing', () => {
  const offers = [
    offer('a', 'stage', 'lead', { written: false }),
    offer('b', 'stage', 'mql'),
    offer('c', 'stage', 'lead'),
  ];
  expect(survivorsOf([stage], offers, { fields: {} }).get('stage')?.candidate.recordId).toBe('b');
});
