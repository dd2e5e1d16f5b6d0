import { describe, expect, it } from 'vitest';
import { countRules, parseFilter, printFilter } from './filter-tree.ts';

describe('a filter', () => {
  it('comes back from the page as it was given to it', () => {
    const filter = {
      and: [{ city: { eq: 'Berlin' } }, { or: [{ leadScore: { gte: 70 } }, { tags: { contains: 'vip' } }] }],
    };
    expect(printFilter(parseFilter(filter))).toEqual(filter);
  });

  it('is read in its short form as well', () => {
    expect(printFilter(parseFilter({ city: { eq: 'Berlin' }, phone: { empty: true } }))).toEqual({
      and: [{ city: { eq: 'Berlin' } }, { phone: { empty: true } }],
    });
  });

  it('asks nothing while its rules have no value', () => {
    expect(
      printFilter({ kind: 'group', join: 'and', items: [{ kind: 'rule', field: 'city', operator: 'eq', value: '' }] }),
    ).toBeUndefined();
  });

  it('survives nonsense in the address', () => {
    for (const nonsense of [null, 7, 'x', [], { and: 'x' }, { city: { like: 'x' } }])
      expect(countRules(parseFilter(nonsense))).toBe(0);
  });
});
