import { type FieldModel, type Model, mostRarity, scoreLevels } from './model.ts';

/** What is answered of a pair that cannot be one any more, however well the rest may fit. */
const hopeless = Number.NEGATIVE_INFINITY;

/**
 * Scores pairs like `scorePair`, but compares the fields first that speak most against, and stops when the others cannot make up for it:
 * most pairs are told apart by their names.
 */
export function quickScorer(model: Model): (left: number, right: number) => number {
  const { fields } = model;
  const order = fields.map((_, at) => at).sort((one, other) => against(fields[one]) - against(fields[other]));
  const levels = new Uint8Array(fields.length);
  const most = new Float64Array(fields.length + 1);
  for (let place = order.length - 1; place >= 0; place--)
    most[place] = (most[place + 1] as number) + mostFor(fields[order[place] as number] as FieldModel);
  return (left, right) => {
    let bound = model.prior;
    for (let place = 0; place < order.length; place++) {
      if (bound + (most[place] as number) <= 0) return hopeless;
      const at = order[place] as number;
      const one = fields[at] as FieldModel;
      const level = one.field.compare(left, right);
      levels[at] = level;
      if (level > 0) bound += level === one.field.levels.length ? mostFor(one) : (one.alone[level] as number);
    }
    return scoreLevels(model, levels, 0, left);
  };
}

/** How much a difference speaks against, for the work of finding it: words in a text take longest, equal or not is quick. */
function against(one: FieldModel | undefined): number {
  const levels = one?.field.levels.length ?? 1;
  return (one?.alone[1] ?? 0) / (levels > 4 ? 4 : levels > 2 ? 2 : 1);
}

function mostFor({ field, alone }: FieldModel): number {
  return Math.max(0, (alone.at(-1) as number) + (field.share ? mostRarity : 0));
}
