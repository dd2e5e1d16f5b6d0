import { defaultScoringModel as model } from '../src/domain/scoring/rules/default-model.ts';
import { quickScore, scoreOf } from '../src/domain/scoring/rules/score.ts';
import { atMost, type Figure } from './kit.ts';

// How long the pure rules take for somebody with twelve activities, without and with reasons.
const now = new Date('2026-11-15T12:00:00Z');
const dayMs = 86_400_000;
const types = [
  'email_opened',
  'email_clicked',
  'website_visit',
  'meeting',
  'call',
  'pricing_page_view',
  'demo_request',
];
const subjects = Array.from({ length: 2000 }, (_, index) => ({
  employeeCount: index,
  annualRevenue: index * 50_000,
  industry: ['Software', 'Retail', 'Information Technology & Services', 'Falconry'][index % 4],
  title: `${['VP Sales', 'CEO', 'Buyer', 'Senior Engineer'][index % 4]} ${index % 500}`,
  department: ['Sales', 'Management', 'Purchasing', 'Engineering'][index % 4],
  country: 'DE',
  activities: Array.from({ length: 12 }, (_, nth) => ({
    type: types[(index + nth) % types.length] ?? '',
    atMs: now.getTime() - ((index * 7 + nth * 5) % 80) * dayMs,
  })),
}));

/** Microseconds a call in the best of twenty rounds, since the machine may be shared. */
function bestUs(run: (subject: (typeof subjects)[number]) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 20; round += 1) {
    const start = performance.now();
    for (const subject of subjects) run(subject);
    best = Math.min(best, ((performance.now() - start) * 1000) / subjects.length);
  }
  return best;
}

/** The pure rules of scoring. */
export async function benchScoringRules(): Promise<Figure[]> {
  return [
    atMost(
      'score of somebody with 12 activities',
      bestUs((subject) => quickScore(model, subject, now.getTime())),
      3,
      ' µs',
    ),
    atMost(
      'the same with reasons',
      bestUs((subject) => scoreOf(model, subject, now)),
      30,
      ' µs',
    ),
  ];
}
