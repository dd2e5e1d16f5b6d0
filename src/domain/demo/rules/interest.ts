import type { Seniority } from './job-titles.ts';
import type { Random } from './random.ts';

/** How far somebody has come: most have not been heard of, a few are about to buy. */
export type Interest = 'none' | 'some' | 'warm' | 'hot' | 'ready';

const eagerness: Record<Seniority, number> = {
  executive: 1.6,
  director: 1.5,
  manager: 1.1,
  senior: 0.7,
  staff: 0.5,
  assistant: 0.2,
};

/** Those who decide in companies of middle size are the most eager: a demo has to have somebody to call. */
export function interestOf(seniority: Seniority, employeeCount: number, { next }: Random): Interest {
  const fit = employeeCount >= 50 && employeeCount <= 5000 ? 1.4 : 0.7;
  const eager = eagerness[seniority] * fit;
  const draw = next();
  if (draw < 0.025 * eager) return 'ready';
  if (draw < 0.1 * eager) return 'hot';
  if (draw < 0.26 * eager) return 'warm';
  return draw < 0.55 ? 'some' : 'none';
}
