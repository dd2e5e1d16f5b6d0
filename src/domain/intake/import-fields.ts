import type { Context } from '#platform/context';
import { customValueSchema, type Field } from '#platform/fields';
import { customFieldsOf } from '#platform/records';
import type { ImportField } from './rules/import-field.ts';
import type { Target } from './targets/contract.ts';
import { fieldsOf } from './targets/targets.ts';

type CheckedField = Field & Pick<ImportField, 'accept'>;

/** The fields that a file can bring into a kind of record; those that the workspace has added check their values by their own rules. */
export async function fieldsFor(
  reader: Pick<Context, 'sql' | 'workspaceId' | 'now'>,
  target: Target,
): Promise<ImportField[]> {
  const custom = await customFieldsOf(reader, target.object);
  return fieldsOf(target, [...custom.values()].map(checked));
}

function checked(field: Field): CheckedField {
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
