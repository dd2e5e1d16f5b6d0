import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, daysAgo, models, now, subjects } from './arbitraries.fixture.ts';
import { nextDecayAt } from './decay.ts';
import { defaultScoringModel as model } from './default-model.ts';
import { quickScore } from './score.ts';

const scoreAt = (subject: object, atMs: number) => quickScore(model, subject, atMs).score;

describe('the next decay', () => {
  it('never comes where nothing fades', () => {
    expect(nextDecayAt(model, { title: 'CEO' }, now)).toBeNull();
    expect(nextDecayAt(model, { activities: [{ type: 'demo_request', atMs: daysAgo(60) }] }, now)).toBeNull();
  });

  it('is the first moment at which the score is another, to the millisecond', () => {
    fc.assert(
      fc.property(models, subjects, (model, subject) => {
        const { score } = quickScore(model, subject, now.getTime());
        const at = nextDecayAt(model, subject, now)?.getTime();
        const end = at ?? now.getTime() + 91 * dayMs;
        for (let step = 0; step <= 20; step += 1) {
          const atMs = Math.floor(now.getTime() + ((end - 1 - now.getTime()) * step) / 20);
          expect(quickScore(model, subject, atMs).score).toBe(score);
        }
        if (at !== undefined) expect(quickScore(model, subject, at).score).toBeLessThan(score);
      }),
    );
  });

  it('leads step by step down to the score of the facts alone', () => {
    const subject = { title: 'CEO', activities: [{ type: 'demo_request', atMs: daysAgo(3) }] };
    let at: Date | null = now;
    let steps = 0;
    for (let next: Date | null = now; next; next = nextDecayAt(model, subject, next)) [at, steps] = [next, steps + 1];
    expect(scoreAt(subject, at.getTime())).toBe(12);
    expect(steps).toBeLessThan(20);
  });

  it('is the beginning of something planned, if that comes first', () => {
    const planned = { activities: [{ type: 'meeting', atMs: now.getTime() + 7 * dayMs }] };
    expect(nextDecayAt(model, planned, now)?.getTime()).toBe(now.getTime() + 7 * dayMs - 300_000);
  });

  it('ignores dates that no calendar has', () => {
    expect(nextDecayAt(model, { activities: [{ type: 'meeting', atMs: 1e300 }] }, now)).toBeNull();
  });
});
