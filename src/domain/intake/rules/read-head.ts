import type { Field } from '#platform/fields';

/** The fields that a file can bring in, those of the workspace included. Of references only `references` can be found by what a cell says. */
export function importableFields(
  fields: Iterable<Field>,
  custom: Iterable<Field>,
  references: readonly string[],
): Field[] {
  return [...fields, ...custom].filter(
    (field) =>
      !field.readOnly && field.type !== 'json' && (field.type !== 'reference' || references.includes(field.name)),
  );
}
