import type { Field } from '#platform/fields';

/** What a cell cannot say of a field of the workspace's own: which record is meant. */
const linked = new Set<Field['type']>(['user', 'file', 'references']);

/** The fields that a file can bring in, those of the workspace included. Of references only `references` can be found by what a cell says. */
export function importableFields(
  fields: Iterable<Field>,
  custom: Iterable<Field>,
  references: readonly string[],
): Field[] {
  return [...fields, ...custom].filter(
    (field) =>
      !field.readOnly &&
      !(field.custom && linked.has(field.type)) &&
      field.type !== 'json' &&
      (field.type !== 'reference' || references.includes(field.name)),
  );
}
