import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ContactFacts, type QualityInput, qualityOf } from './quality.ts';

const full: ContactFacts = {
  emails: [{ role: false, free: false }],
  phones: [{ valid: true }],
  hasFirstName: true,
  hasLastName: true,
  hasCompany: true,
  hasTitle: true,
  hasCountry: true,
};
const contact = (facts: Partial<ContactFacts>, rest: Partial<QualityInput> = {}) =>
  qualityOf({ facts: { kind: 'contact', ...full, ...facts }, badValues: 0, ageDays: 0, lookalikes: 0, ...rest });

test('a full, valid, fresh and unique record has 100', () => {
  expect(contact({}).score).toBe(100);
  const facts = {
    kind: 'account',
    hasDomain: true,
    hasIndustry: true,
    hasSize: true,
    hasCountry: true,
    hasCity: true,
    hasPhone: true,
  } as const;
  expect(qualityOf({ facts, badValues: 0, ageDays: 0, lookalikes: 0 }).score).toBe(100);
});

test('shared, free and doubtful contact points count less', () => {
  const score = (facts: Partial<ContactFacts>) => contact(facts).score;
  expect(score({ emails: [{ role: true, free: false }] })).toBeLessThan(
    score({ emails: [{ role: false, free: true }] }),
  );
  expect(score({ emails: [] })).toBeLessThan(score({ emails: [{ role: true, free: false }] }));
  expect(score({ phones: [{ valid: false }] })).toBeLessThan(100);
});

test('bad values, age and lookalikes take points and say so', () => {
  const { reasons } = contact({}, { badValues: 2, ageDays: 400, lookalikes: 1 });
  expect(reasons.slice(-3)).toEqual([
    { code: 'validity', points: 4, text: '2 values are not valid' },
    { code: 'freshness', points: 3, text: 'Confirmed in the last two years' },
    { code: 'uniqueness', points: 5, text: 'One other record looks like it' },
  ]);
});

test('the points add up to the score, which is a whole number from 0 to 100', () => {
  const facts = fc.record({
    kind: fc.constant('contact' as const),
    emails: fc.array(fc.record({ role: fc.boolean(), free: fc.boolean() }), { maxLength: 3 }),
    phones: fc.array(fc.record({ valid: fc.boolean() }), { maxLength: 2 }),
    hasFirstName: fc.boolean(),
    hasLastName: fc.boolean(),
    hasCompany: fc.boolean(),
    hasTitle: fc.boolean(),
    hasCountry: fc.boolean(),
  });
  const input = fc.record({ facts, badValues: fc.nat(50), ageDays: fc.nat(5_000), lookalikes: fc.nat(5) });
  fc.assert(
    fc.property(input, (value) => {
      const { score, reasons } = qualityOf(value);
      expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(Number.isInteger(score) && score >= 0 && score <= 100 && reasons.every(({ text }) => text !== '')).toBe(
        true,
      );
    }),
  );
});
