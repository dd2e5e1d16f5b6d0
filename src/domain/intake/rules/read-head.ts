import type { Field } from '#platform/fields';

/** The fields that a file can bring in, those of the workspace included. */
export function importableFields(fields: Iterable<Field>, custom: Iterable<Field>): Field[] {
  return [...fields, ...custom].filter((field) => !field.readOnly && field.type !== 'json');
}
