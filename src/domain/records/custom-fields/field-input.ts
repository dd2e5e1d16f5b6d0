import { z } from 'zod';
import type { Computed } from '#platform/fields';
import { type Definition, valueTypes, wrongDefinition } from './definition.ts';

const said = (description: string) => ({ description });
const option = z.union([
  z.string().trim().min(1).max(100),
  z.strictObject({
    value: z.string().trim().min(1).max(100),
    color: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #2f6fde')
      .optional(),
  }),
]);
const text = z
  .string()
  .max(255)
  .refine((value) => !value.includes('\u0000'), 'must not contain NUL characters');

/** What can be said of a field when it is made, and changed later. */
export const settings = {
  label: text.trim().min(1).meta(said('What people call it.')),
  description: z.string().max(2000).optional().meta(said('What it is for; forms show it as help.')),
  options: z
    .array(option)
    .max(500)
    .optional()
    .meta(said('What can be chosen, in order; each a text, or with a colour.')),
  required: z.boolean().optional().meta(said('Whether it must be filled.')),
  unique: z.boolean().optional().meta(said('Whether no two records may have the same value.')),
  default: z.unknown().optional().meta(said('What a new record has when nothing is given; null for nothing.')),
  rules: z
    .strictObject({
      min: z.number().optional(),
      max: z.number().optional(),
      minLength: z.number().int().nonnegative().optional(),
      maxLength: z.number().int().positive().optional(),
      pattern: z.string().max(200).optional(),
      allowed: z
        .array(z.union([z.string().max(255), z.number()]))
        .min(1)
        .max(500)
        .optional(),
    })
    .optional()
    .meta(said('What values must be like: min, max, minLength, maxLength, pattern, allowed.')),
  privacy: z
    .enum(['public', 'internal', 'confidential', 'restricted'])
    .optional()
    .meta(said('How sensitive its values are.')),
  formula: z.string().min(1).max(2000).optional().meta(said('Of a formula: what it computes, as seats * price.')),
  rollup: z
    .strictObject({
      object: z.string().max(50).meta(said('The kind of the records that are summed up.')),
      by: z.string().max(80).meta(said('Their field that refers to the record, as accountId or custom.project.')),
      function: z.enum(['count', 'sum', 'avg', 'min', 'max']),
      of: z.string().max(80).optional().meta(said('The field that is summed up; count needs none.')),
      filter: z.looseObject({}).optional().meta(said('Which of them count, as the filter of a list.')),
    })
    .optional()
    .meta(said('Of a roll-up: which related records it sums up, and how.')),
};

/** What gives a field its type. */
export const typeSettings = {
  type: z
    .enum(['formula', 'rollup', ...Object.keys(valueTypes)])
    .meta(said('What its values are; formula and rollup follow from other values.')),
  to: z.string().max(50).optional().meta(said('Of a relation: the kind of record that it refers to.')),
  currency: z.string().length(3).optional().meta(said('Of money: the currency; that of the workspace unless told.')),
};

const anySettings = z.object({ ...settings, label: settings.label.optional() });
type Settings = z.output<typeof anySettings>;
type Options = NonNullable<Settings['options']>;

/** Choices and their colours, as they are stored. */
export function storedOptions(options: Options): Pick<Definition, 'options' | 'colors'> {
  const whole = options.map((one) => (typeof one === 'string' ? { value: one } : one));
  const colored = whole.flatMap((one) => ('color' in one && one.color ? [[one.value, one.color] as const] : []));
  return { options: whole.map((one) => one.value), colors: Object.fromEntries(colored) };
}

/** What was said of a field, as values of its record; what was not said is left out. */
export function storedSettings(input: Settings): Partial<Definition> {
  const { label, description, required, rules, privacy, options, unique, formula, rollup } = input;
  const said = {
    label,
    description,
    required,
    rules,
    privacy,
    ...(options ? storedOptions(options) : {}),
    isUnique: unique,
    defaultValue: input.default,
    computed: computedOf({ formula, rollup }),
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function computedOf({ formula, rollup }: Pick<Settings, 'formula' | 'rollup'>): Computed | undefined {
  if (formula !== undefined && rollup !== undefined) throw wrongDefinition('rollup', 'give a formula or a roll-up');
  if (formula !== undefined) return { kind: 'formula', formula };
  return rollup && { kind: 'rollup', ...rollup };
}

/** Refuses a computation on a field that is none, and a field of computed type without one. */
export function refuseWrongComputation(type: string, computed: Computed | null | undefined): void {
  if (type === 'formula' || type === 'rollup') {
    if (computed?.kind !== type) throw wrongDefinition(type, `a field of type ${type} needs it`);
  } else if (computed) throw wrongDefinition(computed.kind, `only a field of type ${computed.kind} has one`);
}
