import { type DateOrder, splitPersonName } from '#domain/matching';
import { restoreFormula } from '#platform/text';
import { isBlank } from './blank-words.ts';
import type { ColumnFormat } from './cell-readers.ts';
import { dateFormatOf, decimalMarkOf } from './column-formats.ts';
import { type ColumnHandler, columnHandler, isTyped } from './column-handlers.ts';
import { arePeople, type FieldByColumn, type ImportField, mappableFields } from './import-field.ts';
import { emptyRow, type NormalisedRow } from './normalised-row.ts';

export type { NormalisedRow, RowIssue } from './normalised-row.ts';

export interface NormaliserSettings {
  columns: readonly string[];
  mapping: FieldByColumn;
  fields: readonly ImportField[];
  /** Rows from which the formats of columns are inferred. A resumed import must be given the same ones. */
  sample: readonly (readonly string[])[];
  /** ISO code: how phone numbers without a country code and ambiguous dates and numbers are read. */
  country?: string | undefined;
  /** Overrules what the columns say. */
  dateOrder?: DateOrder | undefined;
}

export interface RowNormaliser {
  normalise(cells: readonly string[]): NormalisedRow;
  /** What people should know before they start. */
  notices: string[];
  /** Something that identifies a record is mapped; otherwise every row would be rejected. */
  canIdentify: boolean;
}

interface Step {
  index: number;
  column: string;
  typed: boolean;
  handle: ColumnHandler;
}

/** Builds, once an import, the function that turns its rows into values. A bad cell costs itself only: it is reported, and stays empty. */
export function compileNormaliser(settings: NormaliserSettings): RowNormaliser {
  const fields = mappableFields(settings.fields);
  const people = arePeople(fields);
  const { steps, unmapped, notices, mapped } = compileSteps(settings, fields);
  const required = fields.filter((field) => field.required === true);
  const canIdentify = people
    ? mapped.some(({ name, type }) => namesPerson.has(name) || type === 'email' || type === 'phone')
    : required.every((field) => mapped.includes(field));
  if (!canIdentify)
    notices.push(
      `No column is mapped to ${people ? 'a name, an e-mail address or a phone number' : quotedLabels(required)}: every row would be rejected.`,
    );
  const columnCount = settings.columns.length;

  const normalise = (cells: readonly string[]): NormalisedRow => {
    const row = emptyRow();
    for (const step of steps) {
      const cell = cells[step.index];
      if (cell === undefined || cell === '') continue;
      const text = cell.charCodeAt(0) === apostrophe ? restoreFormula(cell) : cell;
      if (!isBlank(text, step.typed)) step.handle(text, row, step.column);
    }
    for (const { index, column } of unmapped) {
      const cell = cells[index];
      if (cell) row.unmapped[column] = cell;
    }
    for (let index = columnCount; index < cells.length; index++) {
      const cell = cells[index];
      if (cell) row.unmapped[`Column ${index + 1}`] = cell;
    }
    if (people) nameFromEmail(row);
    row.rejected = people ? whyNobody(row) : whyNameless(row, required);
    return row;
  };
  return { normalise, notices, canIdentify };
}

const apostrophe = 0x27;
const namesPerson = new Set(['firstName', 'lastName', 'fullName']);

function compileSteps(settings: NormaliserSettings, fields: ImportField[]) {
  const steps: (Step & { rank: number })[] = [];
  const unmapped: { index: number; column: string }[] = [];
  const notices: string[] = [];
  const mapped: ImportField[] = [];
  const fieldOf = (column: string) => {
    const name = Object.hasOwn(settings.mapping, column) ? settings.mapping[column] : null;
    return name === null ? undefined : fields.find((field) => field.name === name);
  };
  const countryField = settings.columns.map(fieldOf).find((field) => field?.type === 'country')?.name;
  for (const [index, column] of settings.columns.entries()) {
    const field = fieldOf(column);
    if (!field) {
      unmapped.push({ index, column });
      continue;
    }
    const { notice, ...format } = formatOf(field, column, index, settings);
    if (notice) notices.push(notice);
    const handle = columnHandler(field, format, { fields, country: settings.country, countryField });
    steps.push({ index, column, typed: isTyped(field), handle, rank: rankOf(field) });
    mapped.push(field);
  }
  steps.sort((left, right) => left.rank - right.rank || left.index - right.index);
  return { steps, unmapped, notices, mapped };
}

/** Phone numbers are read by the row's country, so that comes first; a full name only fills what its parts left open, so it comes last. */
function rankOf(field: ImportField): number {
  if (field.type === 'country') return 0;
  return field.name === 'fullName' ? 2 : 1;
}

function formatOf(
  field: ImportField,
  column: string,
  index: number,
  settings: NormaliserSettings,
): ColumnFormat & { notice?: string } {
  const cells = settings.sample.map((row) => row[index] ?? '');
  const isDate = field.type === 'date' || field.type === 'dateTime';
  const { notice, ...date } = isDate
    ? dateFormatOf(column, cells, settings)
    : { order: 'dmy' as const, guessed: true, notice: undefined };
  const isNumber = ['integer', 'decimal', 'money'].includes(field.type);
  const decimalMark = isNumber ? decimalMarkOf(cells, settings.country) : '.';
  return notice ? { date, decimalMark, notice } : { date, decimalMark };
}

/** `Ana Silva <ana@example.com>` names its owner where no column does. */
function nameFromEmail(row: NormalisedRow): void {
  const { values } = row;
  if (values.firstName !== undefined || values.lastName !== undefined) return;
  const given = row.emails.find(({ name }) => name !== undefined)?.name;
  const name = given === undefined ? undefined : splitPersonName(given).value;
  if (name?.first) values.firstName = name.first;
  if (name?.last) values.lastName = name.last;
}

function whyNobody({ values, emails, phones, issues }: NormalisedRow): string | undefined {
  if (emails.length > 0 || phones.length > 0 || values.firstName !== undefined || values.lastName !== undefined)
    return undefined;
  return withIssues(
    'The row has no name, no e-mail address and no phone number, so it cannot be told who it is.',
    issues,
  );
}

function whyNameless(
  { values, references, issues }: NormalisedRow,
  required: readonly ImportField[],
): string | undefined {
  const missing = required.filter(({ name }) => values[name] === undefined && references[name] === undefined);
  if (missing.length > 0) return withIssues(`The row has no ${quotedLabels(missing)}.`, issues);
  const empty = Object.keys(values).length === 0 && Object.keys(references).length === 0;
  return empty ? withIssues('The row has nothing that could be used.', issues) : undefined;
}

function withIssues(reason: string, issues: NormalisedRow['issues']): string {
  return [reason, ...issues.slice(0, 5).map((issue) => issue.reason)].join(' ');
}

function quotedLabels(fields: readonly ImportField[]): string {
  return fields.map(({ label }) => `'${label}'`).join(' and ') || 'anything';
}
