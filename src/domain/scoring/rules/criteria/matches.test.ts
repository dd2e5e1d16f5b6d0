import { expect, it } from 'vitest';
import { mistakesIn } from './conditions.ts';
import { testOf } from './matches.ts';
import { signals } from './signals.ts';

const facts = {
  country: 'DE',
  'account.employeeCount': 250,
  'account.tags': ['Partner', 'EU'],
  'custom.plan': 'Gold',
  hasPhone: true,
};

it.each([
  [{ country: { eq: 'de' } }, true],
  [{ country: { ne: 'DE' } }, false],
  [{ country: { in: ['AT', 'DE'] } }, true],
  [{ city: { eq: 'Berlin' } }, false],
  [{ city: { ne: 'Berlin' } }, true],
  [{ city: { empty: true } }, true],
  [{ 'account.employeeCount': { gte: 200, lt: 251 } }, true],
  [{ 'account.employeeCount': { gt: 250 } }, false],
  [{ 'account.annualRevenue': { gt: 0 } }, false],
  [{ 'account.tags': { contains: 'partner' } }, true],
  [{ 'account.tags': { contains: 'part' } }, false],
  [{ 'custom.plan': { startsWith: 'go' } }, true],
  [{ hasPhone: { eq: true } }, true],
  [{ or: [{ country: { eq: 'FR' } }, { hasPhone: { eq: true } }] }, true],
  [{ and: [{ country: { eq: 'DE' } }, { hasPhone: { eq: false } }] }, false],
])('%j is %j', (condition, holds) => {
  expect(mistakesIn(condition)).toEqual([]);
  expect(testOf(condition)(facts)).toBe(holds);
});

it.each([
  [null],
  [{}],
  [{ colour: { eq: 'red' } }],
  [{ country: 'DE' }],
  [{ country: { like: 'D%' } }],
  [{ country: { gt: 'A' } }],
  [{ 'account.employeeCount': { gt: '5' } }],
  [{ hasPhone: { eq: 'yes' } }],
  [{ country: { in: 'DE' } }],
  [{ and: [] }],
  [{ and: [{ and: [{ and: [{ and: [{ and: [{ and: [{ city: { eq: 'x' } }] }] }] }] }] }] }],
  [{ or: Array.from({ length: 60 }, () => ({ city: { eq: 'x' } })) }],
])('%j cannot be asked, and why is said', (condition) => {
  expect(mistakesIn(condition)).not.toEqual([]);
});

it('there are more than twenty signals of who somebody is', () => {
  expect(Object.keys(signals).length).toBeGreaterThanOrEqual(20);
});
