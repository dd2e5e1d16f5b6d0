import type { ActivityFactor, CompiledModel } from './compile.ts';
import { addUpActivities, countOf, remaining } from './components.ts';
import type { Finding } from './reasons.ts';
import type { ScoredSubject } from './subject.ts';
import { isoTime } from './text/iso-time.ts';
import { agoInWords, grouped, nameInWords } from './text/sentences.ts';

type Tally = { count: number; firstMs: number; lastMs: number; types: Set<string> };

/** One finding for each factor with activities that still count. */
export function activityReasons(compiled: CompiledModel, subject: ScoredSubject, nowMs: number): Finding[] {
  addUpActivities(compiled, subject, nowMs);
  const tallies = tallied(compiled, subject, nowMs);
  const findings: Finding[] = [];
  for (const [slot, { count, firstMs, lastMs, types }] of tallies) {
    const factor = compiled.activityFactors[slot];
    const pointsInComponent = compiled.sums[slot] ?? 0;
    if (!factor || pointsInComponent <= 0) continue;
    const lastAt = isoTime(lastMs);
    const firstAt = firstMs === lastMs ? lastAt : isoTime(firstMs);
    const text = `${whatHappened(factor, count)} ${agoInWords(count, nowMs - firstMs)}`;
    const evidence = { activityTypes: [...types], count, firstAt, lastAt };
    findings.push({ component: factor.component, factor: factor.name, pointsInComponent, text, evidence, at: lastAt });
  }
  return findings;
}

function tallied(compiled: CompiledModel, { activities }: ScoredSubject, nowMs: number): [number, Tally][] {
  const tallies = new Map<number, Tally>();
  for (const activity of activities ?? []) {
    const slot = compiled.slotOf(activity.type);
    const factor = compiled.activityFactors[slot];
    const { atMs } = activity;
    if (!factor || !Number.isFinite(atMs) || remaining(atMs, factor.decayMs, nowMs) <= 0) continue;
    const count = countOf(activity);
    if (count === 0) continue;
    const tally = tallies.get(slot);
    if (!tally) {
      tallies.set(slot, { count, firstMs: atMs, lastMs: atMs, types: new Set([activity.type]) });
      continue;
    }
    tally.count += count;
    tally.firstMs = Math.min(tally.firstMs, atMs);
    tally.lastMs = Math.max(tally.lastMs, atMs);
    tally.types.add(activity.type);
  }
  return [...tallies].sort(([a], [b]) => a - b);
}

function whatHappened({ text, name }: ActivityFactor, count: number): string {
  if (!text) return count === 1 ? nameInWords(name) : `${nameInWords(name)}, ${grouped(count)} times`;
  return count === 1 ? text.one : text.many.replaceAll('{count}', grouped(count));
}
