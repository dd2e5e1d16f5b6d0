import type { Field } from '../comparing/field.ts';

/** What has been learnt of a file: how often each level is met in pairs of one and of two. */
export interface Model {
  /** The natural logarithm of the odds that any two records are the same, before they are compared. */
  prior: number;
  /** The share of a value that two records have and nobody else: none is rarer in a pair. */
  rarest: number;
  fields: readonly FieldModel[];
  /** The places of the fields in the order in which they are weighed. */
  order: readonly number[];
}

export interface FieldModel {
  field: Field;
  /** How much each level speaks for or against, as natural logarithms. */
  alone: Float64Array;
  /** The same where another field agrees already, by that field and its level: who lives at one address has one town. */
  given: readonly (readonly Float64Array[])[];
  /** How often two different records agree fully by chance. */
  chance: number;
}

/** Agreement in a rare value says more than in a frequent one; half of it is counted, since people are no random sample. */
const shareOfRarity = 0.5;
export const mostRarity = 4;

/** The logarithm of the odds that two records are the same. `levels` has room for one level a field. */
export function scorePair(model: Model, left: number, right: number, levels: Uint8Array, into?: Float64Array): number {
  const { fields } = model;
  for (let at = 0; at < fields.length; at++) levels[at] = (fields[at] as FieldModel).field.compare(left, right);
  return scoreLevels(model, levels, 0, left, into);
}

/**
 * The same of levels that are known already: those from `from` on, one a field. What each field adds is written into `into`. `record` is
 * either of the two, since where the rarity of a value counts they agree.
 */
export function scoreLevels(
  model: Model,
  levels: Uint8Array,
  from: number,
  record: number,
  into?: Float64Array,
): number {
  const { fields, order } = model;
  let sum = model.prior;
  for (let place = 0; place < order.length; place++) {
    const at = order[place] as number;
    const level = levels[from + at] as number;
    let added = 0;
    if (level > 0) {
      const one = fields[at] as FieldModel;
      added = weightOf(one, level, model, levels, from, place);
      if (level === one.field.levels.length && added > 0)
        added = Math.max(0, added + rarity(one, model.rarest, record));
    }
    sum += added;
    if (into) into[at] = added;
  }
  return sum;
}

/** What a level adds, when the fields that were weighed before it are known. */
export function weightOf(
  one: FieldModel,
  level: number,
  { order }: Model,
  levels: Uint8Array,
  from: number,
  place: number,
): number {
  let weight = one.alone[level] as number;
  if (weight <= 0) return weight;
  for (let before = 0; before < place; before++) {
    const other = order[before] as number;
    const otherLevel = levels[from + other] as number;
    if (otherLevel < 2) continue;
    const given = one.given[other]?.[otherLevel]?.[level];
    if (given !== undefined && given < weight) weight = given;
  }
  return weight;
}

function rarity({ field, chance }: FieldModel, rarest: number, record: number): number {
  const share = field.share?.(record);
  if (share === undefined || share <= 0 || chance <= 0) return 0;
  const weight = Math.log(Math.max(chance, rarest) / Math.max(share, rarest)) * shareOfRarity;
  return Math.max(-mostRarity, Math.min(mostRarity, weight));
}

/** The probability that belongs to a logarithm of odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
