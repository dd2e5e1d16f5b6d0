import type { Stage } from '../data/pipelines.ts';

/** Which stage of another pipeline a stage most likely becomes: the one of its name, or else of its kind, as far along. */
export function likelyStage(
  stage: Stage,
  from: readonly Stage[],
  to: readonly Stage[] | undefined = [],
): Stage | undefined {
  const named = to.find((one) => one.name.toLowerCase() === stage.name.toLowerCase());
  if (named) return named;
  const [before, after] = [from, to].map((stages) => stages.filter((one) => one.kind === stage.kind));
  if (!before || !after) return undefined;
  const way = before.indexOf(stage) / Math.max(1, before.length - 1);
  return after[Math.round(way * (after.length - 1))];
}
