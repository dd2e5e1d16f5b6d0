import type { Context } from '#platform/context';
import { customValueSchema, type Field } from '#platform/fields';
import { declaredFields, seenBy } from '#platform/records';
import type { ImportField } from './rules/import-field.ts';
import { importableFields } from './rules/read-head.ts';
import type { Target } from './targets/contract.ts';

type CheckedField = Field & Pick<ImportField, 'accept'>;

/** The fields that a file can bring into a kind of record, and that the actor may write; those that the workspace has added check their values by their own rules. */
export async function fieldsFor(
  reader: Pick<Context, 'sql' | 'workspaceId' | 'now'> & Partial<Pick<Context, 'sight'>>,
  target: Target,
): Promise<ImportField[]> {
  const { object, custom, narrowed } = await seenBy(reader, target.object);
  const written = (fields: readonly Field[]) => fields.filter(({ name }) => !narrowed.has(name));
  const declared = await declaredFields(reader, object);
  const fields = importableFields(written(declared), written([...custom.values()]), target.references).map(checked);
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
