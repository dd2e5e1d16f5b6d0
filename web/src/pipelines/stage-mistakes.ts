import type { StageDraft } from '../data/setup/pipelines.ts';
import { pipelinesTexts as words } from '../texts/index.ts';

/** What is wrong with a list of stages, by the place of the stage; what is wrong with all of them stands at -1. */
export function stageMistakes(stages: readonly StageDraft[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  const names = stages.map((stage) => stage.name.trim().toLowerCase());
  for (const [at, stage] of stages.entries()) {
    if (!names[at]) found.set(at, words.mistakes.name);
    else if (names.indexOf(names[at]) !== at) found.set(at, words.mistakes.twice);
    else if (!(stage.probability >= 0 && stage.probability <= 100)) found.set(at, words.mistakes.probability);
  }
  for (const kind of ['open', 'won', 'lost'] as const)
    if (!stages.some((stage) => stage.kind === kind)) found.set(-1, words.mistakes[kind]);
  return found;
}
