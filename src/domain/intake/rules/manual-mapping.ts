import { type InputMistake, Problem } from '#platform/errors';
import { fold, foldWords, nearest, quoted } from '#platform/text';
import { type FieldByColumn, type ImportField, mappableFields, takesSeveralColumns } from './import-field.ts';

/**
 * Reads `Column=field` pairs made by hand; `Column=` leaves a column unmapped. Columns that no pair names are as `base` says.
 * Throws `validation_failed` with every mistake and the nearest name.
 */
export function parseMapping(
  pairs: readonly string[],
  columns: readonly string[],
  fields: readonly ImportField[],
  base: FieldByColumn = {},
): FieldByColumn {
  const wanted = pairs.map((pair): [string, string | null] => {
    const at = pair.lastIndexOf('=');
    if (at < 1)
      throw new Problem('validation_failed', {
        detail: `${quoted(pair)} is not a mapping. Write it as 'Column=field'.`,
      });
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim() || null];
  });
  return checkMapping(wanted, columns, fields, base);
}

/** Checks a mapping from columns to fields, as pairs. Throws `validation_failed` with every mistake and the nearest name. */
export function checkMapping(
  wanted: Iterable<readonly [column: string, field: string | null]>,
  columns: readonly string[],
  fields: readonly ImportField[],
  base: FieldByColumn = {},
): FieldByColumn {
  const mistakes: InputMistake[] = [];
  const open = mappableFields(fields);
  const byHand = new Map<string, ImportField | null>();
  for (const [columnName, fieldName] of wanted) {
    const column = findColumn(columnName, columns);
    const field = fieldName === null ? null : findField(fieldName, open);
    if (column === undefined) mistakes.push({ path: 'mapping', message: noColumn(columnName, columns) });
    else if (field === undefined) mistakes.push({ path: `mapping.${column}`, message: noField(fieldName ?? '', open) });
    else byHand.set(column, field);
  }
  mistakes.push(...usedTwice(byHand));
  if (mistakes.length > 0) {
    throw new Problem('validation_failed', { detail: mistakes.map(({ message }) => message).join(' '), mistakes });
  }
  return merged(columns, byHand, open, base);
}

function merged(
  columns: readonly string[],
  byHand: Map<string, ImportField | null>,
  fields: ImportField[],
  base: FieldByColumn,
): FieldByColumn {
  const taken = new Set(
    [...byHand.values()].filter((field) => field !== null && !takesSeveralColumns(field)).map((field) => field?.name),
  );
  return Object.fromEntries(
    columns.map((column) => {
      const field = byHand.get(column);
      if (field !== undefined) return [column, field?.name ?? null];
      const before = Object.hasOwn(base, column) ? base[column] : null;
      const still = before && !taken.has(before) && fields.some(({ name }) => name === before);
      return [column, still ? before : null];
    }),
  );
}

function findColumn(name: string, columns: readonly string[]): string | undefined {
  return (
    columns.find((column) => column === name) ?? columns.find((column) => fold(column.trim()) === fold(name.trim()))
  );
}

function findField(name: string, fields: readonly ImportField[]): ImportField | undefined {
  const words = foldWords(name);
  return (
    fields.find((field) => field.name === name) ??
    fields.find((field) => fold(field.name) === fold(name) || foldWords(field.label) === words) ??
    fields.find((field) => field.aliases.some((alias) => foldWords(alias) === words))
  );
}

function noColumn(name: string, columns: readonly string[]): string {
  const near = nearest(name, columns);
  const hint = near
    ? `Did you mean ${quoted(near)}?`
    : `The columns are ${columns
        .slice(0, 20)
        .map((column) => quoted(column))
        .join(', ')}${columns.length > 20 ? ', …' : ''}.`;
  return `The file has no column ${quoted(name)}. ${hint}`;
}

function noField(name: string, fields: readonly ImportField[]): string {
  const near = nearest(
    name,
    fields.flatMap((field) => [field.name, field.label]),
  );
  const hint = near
    ? `Did you mean ${quoted(near)}?`
    : `The fields are ${fields.map((field) => field.name).join(', ')}.`;
  return `There is no field ${quoted(name)}. ${hint}`;
}

function usedTwice(byHand: Map<string, ImportField | null>): InputMistake[] {
  const columnsByField = Map.groupBy([...byHand.keys()], (column) => byHand.get(column)?.name);
  return [...columnsByField].flatMap(([name, columns]) => {
    const field = columns[0] === undefined ? null : byHand.get(columns[0]);
    if (!field || columns.length < 2 || takesSeveralColumns(field)) return [];
    return [
      {
        path: 'mapping',
        message: `The columns ${columns.map((column) => quoted(column)).join(' and ')} cannot both go to ${quoted(name ?? '')}.`,
      },
    ];
  });
}
