import type { Score } from '../score.ts';
import { components } from '../subject.ts';

/** A score in four lines, for agents and others who read texts: the score with its tier, then each component. */
export function scoreText({ score, tier, breakdown }: Pick<Score, 'score' | 'tier' | 'breakdown'>): string {
  const lines = components.map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${breakdown[name]}/100`);
  return [`Contact score: ${score} (${tier})`, ...lines].join('\n');
}
