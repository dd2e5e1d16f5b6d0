import type { Context } from '#platform/context';
import { customValueSchema, type Field } from '#platform/fields';
<<<<<<< HEAD
import { seenBy } from '#platform/records';
=======
import { customFieldsOf, declaredFields } from '#platform/records';
>>>>>>> a6064ff (The stages of life of contacts are the workspace's own, and Kith moves people on them only forward)
import type { ImportField } from './rules/import-field.ts';
import { importableFields } from './rules/read-head.ts';
import type { Target } from './targets/contract.ts';

type CheckedField = Field & Pick<ImportField, 'accept'>;

/** The fields that a file can bring into a kind of record, and that the actor may write; those that the workspace has added check their values by their own rules. */
export async function fieldsFor(
  reader: Pick<Context, 'sql' | 'workspaceId' | 'now'> & Partial<Pick<Context, 'sight'>>,
  target: Target,
): Promise<ImportField[]> {
<<<<<<< HEAD
  const { object, custom, narrowed } = await seenBy(reader, target.object);
  const written = (fields: ReadonlyMap<string, Field>) =>
    [...fields.values()].filter(({ name }) => !narrowed.has(name));
  const fields = importableFields(written(object.fields), written(custom), target.references).map(checked);
=======
  const [declared, custom] = await Promise.all([
    declaredFields(reader, target.object),
    customFieldsOf(reader, target.object),
  ]);
  const fields = importableFields(declared, custom.values(), target.references).map(checked);
>>>>>>> a6064ff (The stages of life of contacts are the workspace's own, and Kith moves people on them only forward)
  return target.mappable?.(fields) ?? fields;
}

function checked(field: Field): CheckedField {
  if (!field.custom) return field;
  const schema = customValueSchema({ ...field, required: false });
  return {
    ...field,
    accept(value) {
      const result = schema.safeParse(value);
      if (result.success) return { value: result.data, problem: undefined };
      return { value: undefined, problem: `${field.label}: ${result.error.issues[0]?.message ?? 'is not valid'}.` };
    },
  };
}
