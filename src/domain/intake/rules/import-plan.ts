import { Problem } from '#platform/errors';
import { nearest } from '#platform/text';
import type { FieldByColumn, ImportField } from './import-field.ts';
import { checkMapping } from './manual-mapping.ts';
import { fieldByColumn, suggestMapping } from './mapping.ts';

export interface MappingInput {
  columns: readonly string[];
  sample: readonly (readonly string[])[];
  fields: readonly ImportField[];
  /** What was chosen by hand; other columns are mapped by themselves. */
  chosen: Readonly<Record<string, string | null>> | undefined;
}

/** Which field each column goes to. Errors: `validation_failed` naming each mistake. */
export function mappingOf({ columns, sample, fields, chosen }: MappingInput): FieldByColumn {
  const suggested = fieldByColumn(suggestMapping({ columns, sample, fields }));
  return chosen ? checkMapping(Object.entries(chosen), columns, fields, suggested) : suggested;
}

/** One of some names; throws `validation_failed` with the nearest. */
export function oneOf(path: string, given: string, known: readonly string[]): string {
  if (known.includes(given)) return given;
  const near = nearest(given, known);
  const message = `'${given.slice(0, 60)}' is not one of ${known.join(', ')}.${near ? ` Did you mean '${near}'?` : ''}`;
  throw new Problem('validation_failed', { detail: `${path}: ${message}`, mistakes: [{ path, message }] });
}
