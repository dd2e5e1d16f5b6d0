import fc from 'fast-check';
import { expect, it } from 'vitest';
import { now, subjects } from '../arbitraries.fixture.ts';
import { defaultScoringModel } from '../default-model.ts';
import { type ScoringModel, scoringModelSchema } from '../model.ts';
import { quickScore, scoreOf } from '../score.ts';

const rule = (name: string, points: number, when: object, component = 'firmographic') => ({
  name,
  points,
  when,
  component,
  text: `By ${name}`,
});
const modelWith = (sections: object): ScoringModel => scoringModelSchema.parse({ ...defaultScoringModel, ...sections });

it('a rule gives its points with its sentence, and says what it looked at', () => {
  const model = modelWith({ rules: [rule('inEurope', 20, { 'account.country': { in: ['DE', 'FR'] } })] });
  const score = scoreOf(model, { facts: { 'account.country': 'FR' } }, now);
  expect(score).toMatchObject({ score: 8, breakdown: { firmographic: 20 } });
  expect(score.reasons).toEqual([
    {
      component: 'firmographic',
      factor: 'inEurope',
      points: 8,
      text: 'By inEurope: +8',
      evidence: { facts: { 'account.country': 'FR' } },
    },
  ]);
  expect(scoreOf(model, { facts: { 'account.country': 'US' } }, now).score).toBe(0);
});

it('a rule may take points away, but never below nothing', () => {
  const model = modelWith({ rules: [rule('student', -50, { title: { contains: 'student' } })] });
  const score = scoreOf(model, { title: 'CEO', facts: { title: 'CEO, student' } }, now);
  expect(score.score).toBe(0);
  expect(score.reasons.map(({ text }) => text)).toEqual(['The job title is “CEO” (executive): +12', 'By student: −12']);
});

it('the ideal customer gives the share of the points whose criteria are met', () => {
  const icp = {
    points: 60,
    criteria: [
      { name: 'German', when: { country: { eq: 'DE' } }, weight: 2 },
      { name: 'Large', when: { 'account.employeeCount': { gte: 500 } } },
    ],
  };
  const score = scoreOf(modelWith({ icp }), { facts: { country: 'DE', 'account.employeeCount': 20 } }, now);
  expect(score.breakdown.firmographic).toBe(40);
  expect(score.reasons[0]).toMatchObject({ text: 'Meets 1 of 2 criteria of the ideal customer: +16' });
});

it('an open deal is intent, the more the likelier it is', () => {
  expect(scoreOf(defaultScoringModel, { dealProbability: 75 }, now)).toMatchObject({
    breakdown: { intent: 60 },
    reasons: [{ factor: 'openDeal', text: 'Has an open deal that is likely to 75%: +15' }],
  });
});

it('whatever the rules, reasons add up to the score, and the quick score is the same', () => {
  const points = fc.integer({ min: -100, max: 100 });
  const component = fc.constantFrom('firmographic', 'behavioral', 'intent');
  const rules = fc
    .array(fc.record({ points, component }), { maxLength: 6 })
    .map((some) =>
      some.map((one, index) => rule(`rule${index}`, one.points, { country: { empty: true } }, one.component)),
    );
  fc.assert(
    fc.property(rules, subjects, (some, subject) => {
      const model = modelWith({ rules: some });
      const whole = scoreOf(model, { ...subject, facts: {} }, now);
      expect(whole.reasons.reduce((sum, reason) => sum + reason.points, 0)).toBe(whole.score);
      expect(whole.reasons.every((reason) => reason.points !== 0)).toBe(true);
      const quick = quickScore(model, { ...subject, facts: {} }, now.getTime());
      expect(quick).toEqual({ score: whole.score, ...whole.breakdown });
    }),
  );
});

it('rules that cannot be asked, or have one name, are refused with the place', () => {
  const wrong = scoringModelSchema.safeParse({ rules: [rule('a', 1, { colour: { eq: 'red' } })] });
  expect(wrong.error?.issues[0]?.path).toEqual(['rules', 0, 'when']);
  const twice = scoringModelSchema.safeParse({
    rules: [rule('a', 1, { city: { eq: 'x' } }), rule('a', 2, { city: { eq: 'y' } })],
  });
  expect(twice.error?.issues[0]?.message).toBe('Two rules are called a.');
});
