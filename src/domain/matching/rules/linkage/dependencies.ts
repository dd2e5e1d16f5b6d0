import { weightsOf } from './estimate.ts';
import type { FieldModel, Model } from './model.ts';
import type { Patterns } from './patterns.ts';

/** As how many pairs the independent estimate counts beside what was seen together. */
const strengthOfMarginal = 30;

/**
 * Two different people who live in one house agree in street, town and family name at once, so that each further agreement says less.
 * For each field this learns from the pairs of two how much its agreement still says when another field agrees already. The fields come
 * out in the order in which they are weighed: the most telling first.
 */
export function dependencies(
  model: Model,
  patterns: Patterns,
  matches: Float64Array,
  different: readonly Float64Array[],
): Model {
  const tables = tablesOf(model, patterns, matches);
  const fields = model.fields.map((one, at): FieldModel => {
    const given = model.fields.map((other, place) =>
      other === one ? [] : weightsGiven(one, other, different[at] as Float64Array, tables[at]?.[place] as Float64Array),
    );
    return { ...one, given };
  });
  const top = (at: number) => fields[at]?.alone.at(-1) ?? 0;
  return { ...model, fields, order: fields.map((_, at) => at).sort((left, right) => top(right) - top(left)) };
}

/** The weights of one field by the level of another. */
function weightsGiven(one: FieldModel, other: FieldModel, marginal: Float64Array, table: Float64Array): Float64Array[] {
  const width = one.field.levels.length + 1;
  // What pairs of one do is the same whatever the other field says.
  const same = one.alone.map((weight, level) => (level === 0 ? 0 : Math.exp(weight) * (marginal[level] as number)));
  const weights = [one.alone, one.alone];
  for (let level = 2; level <= other.field.levels.length; level++) {
    const seen = table.subarray(level * width, level * width + width);
    const sum = seen.reduce((total, count) => total + count, strengthOfMarginal);
    const given = marginal.map((share, at) => ((seen[at] as number) + strengthOfMarginal * share) / sum);
    // Less telling and never more: rarer together than alone is the noise of a small file.
    weights.push(weightsOf(same, given).map((weight, at) => Math.min(weight, one.alone[at] as number)));
  }
  return weights;
}

type Tables = Float64Array[][];

/** How often pairs of two have each level of one field with each level of another: `tables[field][other][level of other, own level]`. */
function tablesOf({ fields }: Model, patterns: Patterns, matches: Float64Array): Tables {
  const count = fields.length;
  const width = fields.map(({ field }) => field.levels.length + 1);
  const tables = fields.map((_, at) =>
    fields.map((_, other) => new Float64Array((width[at] as number) * (width[other] as number))),
  );
  for (let at = 0; at < patterns.count; at++) {
    const probability = matches[at] as number;
    // What is doubtful about so many sure matches must not look like agreement by chance.
    if (probability > 0.5) continue;
    const weight = (patterns.weights[at] as number) * (1 - probability);
    for (let one = 0; one < count; one++) {
      const level = patterns.levels[at * count + one] as number;
      if (level === 0) continue;
      for (let other = 0; other < count; other++) {
        const otherLevel = patterns.levels[at * count + other] as number;
        if (other === one || otherLevel < 2) continue;
        const table = (tables[one] as Float64Array[])[other] as Float64Array;
        const place = otherLevel * (width[one] as number) + level;
        table[place] = (table[place] as number) + weight;
      }
    }
  }
  return tables;
}
