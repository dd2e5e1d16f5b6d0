import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activities, daysAgo, models, now, subjects } from './arbitraries.fixture.ts';
import { defaultScoringModel as model } from './default-model.ts';
import { scoringModelSchema } from './model.ts';
import { quickScore, scoreOf } from './score.ts';

const full = {
  employeeCount: 400,
  annualRevenue: 80_000_000,
  industry: 'Software',
  title: 'CEO',
  department: 'Management',
  activities: [
    { type: 'meeting', atMs: now.getTime(), count: 3 },
    { type: 'email_clicked', atMs: now.getTime(), count: 5 },
    { type: 'call', atMs: now.getTime(), count: 1 },
    { type: 'demo_request', atMs: now.getTime() },
    { type: 'contact_sales_form', atMs: now.getTime() },
  ],
};

describe('a score', () => {
  it('is 0 for somebody of whom nothing is known, and gives no reasons', () => {
    const nothing = { score: 0, tier: 'COLD', grade: 'F', breakdown: { firmographic: 0, behavioral: 0, intent: 0 } };
    expect(scoreOf(model, {}, now)).toEqual({ ...nothing, reasons: [] });
  });

  it('is 100 for a full fit with full engagement and intent', () => {
    expect(scoreOf(model, full, now)).toMatchObject({ score: 100, tier: 'SALES_READY', grade: 'A' });
  });

  it('weighs the components 40, 35 and 25', () => {
    const { activities: _, ...fit } = full;
    expect(quickScore(model, fit, now.getTime()).score).toBe(40);
    const ofType = (...types: string[]) => ({ activities: full.activities.filter(({ type }) => types.includes(type)) });
    expect(quickScore(model, ofType('meeting', 'email_clicked', 'call'), now.getTime()).score).toBe(35);
    expect(quickScore(model, ofType('demo_request', 'contact_sales_form'), now.getTime()).score).toBe(25);
  });

  it('and its components are whole numbers from 0 to 100, the score their weighted sum', () => {
    fc.assert(
      fc.property(models, subjects, (model, subject) => {
        const { score, ...parts } = quickScore(model, subject, now.getTime());
        for (const part of [score, ...Object.values(parts)]) {
          expect(Number.isInteger(part) && part >= 0 && part <= 100).toBe(true);
        }
        const { firmographic: f, behavioral: b, intent: i } = model.weights;
        const sum = (f * parts.firmographic + b * parts.behavioral + i * parts.intent) / 100;
        expect(score).toBe(Math.floor(sum + 0.5));
      }),
    );
  });

  it('is the same with and without reasons', () => {
    fc.assert(
      fc.property(models, subjects, (model, subject) => {
        const { score, breakdown } = scoreOf(model, subject, now);
        expect(quickScore(model, subject, now.getTime())).toEqual({ score, ...breakdown });
      }),
    );
  });

  it('never falls when something more happens', () => {
    fc.assert(
      fc.property(models, subjects, activities, (model, subject, activity) => {
        const more = { ...subject, activities: [...(subject.activities ?? []), activity] };
        const [before, after] = [subject, more].map((each) => quickScore(model, each, now.getTime()).score);
        expect(after).toBeGreaterThanOrEqual(before ?? 0);
      }),
    );
  });

  it('does not depend on the order of the activities', () => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const turned = { ...subject, activities: [...(subject.activities ?? [])].reverse() };
        expect(quickScore(model, turned, now.getTime())).toEqual(quickScore(model, subject, now.getTime()));
      }),
    );
  });

  it('falls to that of the facts alone once the window has passed', () => {
    fc.assert(
      fc.property(models, subjects, (model, subject) => {
        const later = now.getTime() + 90 * 86_400_000;
        const { activities: _, ...facts } = subject;
        expect(quickScore(model, subject, later)).toEqual(quickScore(model, facts, later));
      }),
    );
  });
});

describe('hostile input', () => {
  it('counts nothing that makes no sense', () => {
    const subject = {
      employeeCount: Number.NaN,
      annualRevenue: -5,
      industry: '   ',
      title: '',
      activities: [
        { type: 'demo_request', atMs: Number.NaN },
        { type: 'demo_request', atMs: now.getTime(), count: Number.POSITIVE_INFINITY },
        { type: 'demo_request', atMs: now.getTime(), count: -3 },
        { type: 'demo_request', atMs: 1e18 },
        { type: '__proto__', atMs: now.getTime() },
      ],
    };
    expect(scoreOf(model, subject, now)).toMatchObject({ score: 0, reasons: [] });
  });

  it('counts what is planned only once it happens', () => {
    const inAnHour = { activities: [{ type: 'demo_request', atMs: now.getTime() + 3_600_000 }] };
    expect(quickScore(model, inAnHour, now.getTime()).intent).toBe(0);
    expect(quickScore(model, inAnHour, now.getTime() + 3_600_000).intent).toBe(60);
  });

  it('takes a clock that is a little ahead for now', () => {
    const ahead = { activities: [{ type: 'demo_request', atMs: now.getTime() + 60_000 }] };
    expect(quickScore(model, ahead, now.getTime()).intent).toBe(60);
  });

  it('takes a title of a megabyte and a million opened e-mails in its stride', () => {
    const subject = {
      title: 'chief '.repeat(200_000),
      activities: [{ type: 'email_opened', atMs: daysAgo(1), count: 1e300 }],
    };
    expect(scoreOf(model, subject, now).breakdown).toEqual({ firmographic: 30, behavioral: 15, intent: 0 });
  });
});

describe('a decay', () => {
  it.each([
    [0, 60],
    [15, 45],
    [30, 30],
    [59, 1],
    [60, 0],
    [89, 0],
  ])('is even: a demo asked for %i days ago is worth %i', (days, intent) => {
    expect(
      quickScore(model, { activities: [{ type: 'demo_request', atMs: daysAgo(days) }] }, now.getTime()).intent,
    ).toBe(intent);
  });

  it('follows a changed model', () => {
    const slow = scoringModelSchema.parse({ intent: { demoRequest: { points: 60, decayDays: 90 } } });
    const subject = { activities: [{ type: 'demoRequest', atMs: daysAgo(60) }] };
    expect(quickScore(slow, subject, now.getTime()).intent).toBe(20);
  });
});
