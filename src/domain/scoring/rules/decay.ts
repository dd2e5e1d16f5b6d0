import { compiled } from './compile.ts';
import { clockSkewMs } from './components.ts';
import type { ScoringModel } from './model.ts';
import { quickScore } from './score.ts';
import type { ScoredSubject } from './subject.ts';

const dayMs = 86_400_000;
const latestDateMs = 8.64e15;

/**
 * When the score will next differ from now's although nothing new happens: an activity has faded, or one that lies in the
 * future begins to count. To the millisecond; `null` when it stays as it is.
 */
export function nextDecayAt(model: ScoringModel, subject: ScoredSubject, now: Date): Date | null {
  const nowMs = now.getTime();
  const scoreAt = (atMs: number) => quickScore(model, subject, atMs).score;
  const score = scoreAt(nowMs);
  const beginningsMs = futureBeginningsMs(model, subject, nowMs);
  const allFadedMs = (beginningsMs.at(-1) ?? nowMs) + clockSkewMs + model.activityWindowDays * dayMs;
  let sameMs = nowMs;
  for (const nextMs of [...beginningsMs, allFadedMs]) {
    // Between two beginnings the score only falls, so halving finds the first moment at which it is another.
    if (scoreAt(nextMs - 1) !== score) {
      return new Date(firstMs(sameMs, nextMs - 1, (atMs) => scoreAt(atMs) !== score));
    }
    if (scoreAt(nextMs) !== score) return new Date(nextMs);
    sameMs = nextMs;
  }
  return null;
}

/** In order, each once: when activities that lie in the future begin to count. */
function futureBeginningsMs(model: ScoringModel, { activities }: ScoredSubject, nowMs: number): number[] {
  const { slotOf } = compiled(model);
  const beginnings = new Set<number>();
  for (const { type, atMs } of activities ?? []) {
    const beginsMs = atMs - clockSkewMs;
    if (beginsMs > nowMs && beginsMs < latestDateMs && slotOf(type) >= 0) beginnings.add(beginsMs);
  }
  return [...beginnings].sort((a, b) => a - b);
}

/** @param lowMs is not yet `changed`, `highMs` is */
function firstMs(lowMs: number, highMs: number, changed: (atMs: number) => boolean): number {
  let [low, high] = [lowMs, highMs];
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (changed(middle)) high = middle;
    else low = middle;
  }
  return high;
}
