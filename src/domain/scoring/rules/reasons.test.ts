import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAgo, models, now, subjects } from './arbitraries.fixture.ts';
import { defaultScoringModel as model } from './default-model.ts';
import { scoringModelSchema } from './model.ts';
import { scoreOf } from './score.ts';

describe('the reasons', () => {
  it('have whole points that add up to the score, weightiest first', () => {
    fc.assert(
      fc.property(models, subjects, (model, subject) => {
        const { score, reasons } = scoreOf(model, subject, now);
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(reasons.every(({ points }) => Number.isInteger(points) && points > 0)).toBe(true);
        expect(reasons.map(({ points }) => points)).toEqual(reasons.map(({ points }) => points).sort((a, b) => b - a));
      }),
      { numRuns: 500 },
    );
  });

  it('name each factor once', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const factors = scoreOf(model, subject, now).reasons.map(({ component, factor }) => `${component}.${factor}`);
        expect(new Set(factors).size).toBe(factors.length);
      }),
    );
  });

  it('say in a sentence what happened, how often and since when', () => {
    const opened = [2, 5, 11.5].map((days) => ({ type: 'email_opened', atMs: daysAgo(days) }));
    const [reason] = scoreOf(model, { activities: opened }, now).reasons;
    expect(reason).toEqual({
      component: 'behavioral',
      factor: 'emailOpens',
      points: 2,
      text: 'Opened 3 e-mails in the last 12 days: +2',
      evidence: {
        activityTypes: ['email_opened'],
        count: 3,
        firstAt: '2026-11-04T00:00:00.000Z',
        lastAt: '2026-11-13T12:00:00.000Z',
      },
      at: '2026-11-13T12:00:00.000Z',
    });
  });

  it('say which fact of the company or person gives points', () => {
    const subject = { employeeCount: 1250, industry: 'Software', title: 'VP Sales', annualRevenue: 12_345_678 };
    expect(scoreOf(model, subject, now).reasons.map(({ text }) => text)).toEqual([
      '1,250 people work at the company (1,001 to 5,000): +11',
      'The job title is “VP Sales” (vice president): +11',
      'The industry is “Software”: +6',
      "The company's revenue is 12.3 million a year (10 million to 49.9 million): +4",
    ]);
  });

  it('name the field they come from, so that who may not read it need not see them', () => {
    const { reasons } = scoreOf(model, { title: 'CEO' }, now);
    expect(reasons[0]?.evidence).toEqual({ field: 'title', value: 'CEO' });
  });

  it('count only what still counts', () => {
    const activities = [
      { type: 'email_clicked', atMs: daysAgo(3) },
      { type: 'email_clicked', atMs: daysAgo(80) },
    ];
    expect(scoreOf(model, { activities }, now).reasons[0]?.text).toBe('Clicked a link in an e-mail 3 days ago: +2');
  });

  it('cut what a full component can no longer take from all of its factors alike', () => {
    const activities = ['demo_request', 'trial_signup', 'contact_sales_form'].map((type) => ({
      type,
      atMs: now.getTime(),
    }));
    expect(scoreOf(model, { activities }, now).reasons.map(({ points }) => points)).toEqual([9, 8, 8]);
  });

  it('have words for a factor that somebody added', () => {
    const own = scoringModelSchema.parse({ behavioral: { podcastPlays: { weight: 50, decayDays: 10 } } });
    const subject = { activities: [{ type: 'podcast_plays', atMs: now.getTime(), count: 2 }] };
    expect(scoreOf(own, subject, now).reasons[0]?.text).toBe('Podcast plays, 2 times in the last 24 hours: +35');
  });

  it('keep a very long title short', () => {
    const { reasons } = scoreOf(model, { title: `CEO ${'x'.repeat(10_000)}` }, now);
    expect(reasons[0]?.text.length).toBeLessThan(150);
  });
});
