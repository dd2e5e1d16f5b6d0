import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import type { Field } from '#platform/fields';
import { publicId } from '#platform/ids';
import { customFieldsOf, objectFor } from '#platform/records';
import { type FieldState, fieldById, fieldStates } from './store/definitions.ts';

/** A field as the API shows it. */
export const fieldAnswer = z.looseObject({
  id: z.string().optional().meta({ description: 'Of an added field: its id, as fd_….' }),
  object: z.string(),
  name: z
    .string()
    .meta({ description: 'Its name in filters and histories; that of an added field begins with custom.' }),
  label: z.string(),
  description: z.string(),
  type: z.string().meta({ description: 'What its values are; of a formula or roll-up those of its result.' }),
  custom: z.boolean(),
  editable: z.boolean(),
  access: z.string().optional().meta({
    description: 'What the reader may do with it: masked, read or write. What is hidden from them is not listed.',
  }),
  filterable: z.boolean(),
  sortable: z.boolean(),
  required: z.boolean(),
  options: z.array(z.string()).optional(),
  labels: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: 'What options are called, where that is set.' }),
  to: z.string().optional(),
});

/** A field that Kith declares. */
export function shownField(object: string, field: Field) {
  return {
    object,
    name: field.name,
    label: field.label,
    description: field.description,
    type: field.type,
    to: field.to,
    options: field.choices,
    labels: field.labels,
    colors: field.colors,
    currency: field.currency,
    required: field.required ?? false,
    unique: field.unique ?? false,
    default: field.custom ? field.initial : undefined,
    rules: field.rules,
    custom: field.custom,
    editable: !field.readOnly && !field.masked,
    filterable: field.filterable,
    sortable: field.sortable,
    derived: field.derived,
    computed: field.computed?.kind,
    formula: field.computed?.kind === 'formula' ? field.computed.formula : undefined,
    rollup: field.computed?.kind === 'rollup' ? withoutKind(field.computed) : undefined,
    personal: field.personal,
    privacy: field.privacy,
  };
}

function withoutKind({ kind: _, ...rollup }: Extract<Field['computed'], { kind: 'rollup' }>) {
  return rollup;
}

/** A field that the workspace has added, with its state. */
export function shownCustom(object: string, field: Field, state: FieldState | undefined) {
  return {
    id: publicId('fd', field.valuesId ?? ''),
    ...shownField(object, field),
    position: state?.position,
    version: state?.version,
    working: state?.working ?? false,
  };
}

/** An added field by its id, as the API shows it. Errors: `not_found`. */
export async function shownById(context: Context, id: string) {
  const row = await fieldById(context.sql, id);
  const object = row && !row.deleted ? await objectFor(context, row.object) : undefined;
  const field = object && (await customFieldsOf(context, object)).get(`custom.${row?.name}`);
  if (!object || !field)
    throw new Problem('not_found', { detail: `There is no field ${publicId('fd', id)} in this workspace.` });
  const [state] = await fieldStates(context.sql, object.name, id);
  return shownCustom(object.name, field, state);
}
