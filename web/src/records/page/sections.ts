import type { Field } from '../../data/catalogue.ts';
import type { RecordParts } from '../../kinds/index.ts';
import { recordTexts } from '../../texts/index.ts';

export interface Section {
  title: string;
  fields: Field[];
}

export type SectionPlan = Pick<RecordParts, 'sections' | 'named' | 'elsewhere' | 'rest'>;

const nowhere = [
  'name',
  'leadScore',
  'scoreTier',
  'qualityScore',
  'customFields',
  'deletedAt',
  'mergedIntoId',
  'id',
  'version',
];
const origin = ['source', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'];

/** The catalogue's fields in the groups in which people look for them; what no group names stands under "More". */
export function sectionsOf(
  { sections, named, elsewhere = [], rest: others = recordTexts.sections.more }: SectionPlan,
  fields: readonly Field[],
): Section[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const pick = (names: readonly string[]) =>
    names.map((name) => byName.get(name)).filter((field) => field !== undefined);
  const taken = new Set([
    ...nowhere,
    ...elsewhere,
    ...origin,
    ...sections.flatMap((section) => section.names),
    ...named,
  ]);
  const rest = fields.filter((field) => !taken.has(field.name) && field.type !== 'json' && field.type !== 'id');
  return [
    { title: recordTexts.sections.name, fields: pick(named) },
    ...sections.map(({ title, names }) => ({ title, fields: pick(names) })),
    { title: others, fields: rest },
    { title: recordTexts.sections.origin, fields: pick(origin) },
  ].filter((section) => section.fields.length > 0);
}
