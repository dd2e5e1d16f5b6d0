import { expect, test } from 'vitest';
import { matches } from './matches.ts';

const fields = new Map(
  Object.entries({
    ...{ city: 'text', score: 'integer', price: 'decimal', created: 'dateTime', ownerId: 'user' },
    ...{ tags: 'tags', consent: 'boolean' },
  }).map(([name, type]) => [name, { type }]),
);
const values = {
  ...{ city: 'Berlin', score: 70, price: 1.1, created: '2026-11-01T10:00:00.000Z', tags: ['a', 'b'] },
  ...{ ownerId: '0192f1aa-0000-7000-8000-000000000001', consent: false, title: 'CTO' },
};

test.each([
  [undefined, true],
  [{}, true],
  [{ city: { eq: 'Berlin' } }, true],
  [{ city: { eq: 'berlin' } }, false],
  [{ city: { ne: 'Berlin' } }, false],
  [{ city: { in: ['Paris', 'Berlin'] } }, true],
  [{ city: { contains: 'ERL' } }, true],
  [{ city: { startsWith: 'Ber' } }, true],
  [{ city: { startsWith: 'ber' } }, false],
  [{ city: { empty: true } }, false],
  [{ score: { gte: 70, lt: 80 } }, true],
  [{ score: { gt: 70 } }, false],
  [{ price: { lte: 1.1 } }, true],
  [{ created: { gt: '2026-10-31' } }, true],
  [{ created: { eq: '2026-11-01T11:00:00+01:00' } }, true],
  [{ ownerId: { eq: 'us_0192f1aa000070008000000000000001' } }, true],
  [{ consent: { eq: false } }, true],
  [{ tags: { contains: 'b' } }, true],
  [{ tags: { ne: 'b' } }, false],
  [{ tags: { empty: false } }, true],
  [{ or: [{ city: { eq: 'Paris' } }, { score: { gt: 10 } }] }, true],
  [{ and: [{ city: { eq: 'Berlin' } }, { score: { gt: 90 } }] }, false],
  [{ or: [] }, true],
  [[{ city: { eq: 'Berlin' } }, { score: { lt: 90 } }], true],
])('%j is met: %s', (filter, expected) => {
  expect(matches(filter, values, fields)).toBe(expected);
});

test('an empty value meets nothing but ne and empty', () => {
  for (const condition of [{ eq: 'x' }, { lt: 'x' }, { in: ['x'] }, { contains: '' }, { startsWith: '' }])
    expect(matches({ city: condition }, {}, fields)).toBe(false);
  expect(matches({ city: { ne: 'x' } }, {}, fields)).toBe(true);
  expect(matches({ city: { empty: true } }, { city: null }, fields)).toBe(true);
});

test('what nobody knows any more is not met', () => {
  expect(matches({ title: { eq: 'CTO' } }, values, fields)).toBe(false);
});
