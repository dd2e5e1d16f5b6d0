import {
  type Email,
  moneyReader,
  normaliseCompanyName,
  normaliseEmail,
  normaliseNamePart,
  normalisePhone,
  type Phone,
  splitEmails,
  splitPersonName,
  splitPhones,
} from '#domain/matching';
import { collapseSpace, quoted } from '#platform/text';
import { type CellReader, type ColumnFormat, cellReader, remembered } from './cell-readers.ts';
import { arePeople, fullNameField, type ImportField } from './import-field.ts';
import type { NormalisedRow } from './normalised-row.ts';

/** Puts a cell that is not blank where it belongs in the row. */
export type ColumnHandler = (cell: string, row: NormalisedRow, column: string) => void;

export interface HandlerSettings {
  fields: readonly ImportField[];
  /** How to read phone numbers without a country code where the row names no country. */
  country: string | undefined;
  /** The field with the row's country, if there is one. */
  countryField: string | undefined;
}

/** Makes what is done with the cells of one column. */
export function columnHandler(field: ImportField, format: ColumnFormat, settings: HandlerSettings): ColumnHandler {
  const people = arePeople(settings.fields);
  // An address or number in a field of the workspace's own does not say who somebody is.
  if (field.accept) return valueHandler(field.name, acceptedBy(cellReader(field, format), field.accept));
  if (field.name === fullNameField.name) return fullNameHandler(settings.fields);
  if (people && (field.name === 'firstName' || field.name === 'lastName'))
    return valueHandler(field.name, normaliseNamePart);
  if (field.type === 'money') return moneyHandler(field, format);
  if (field.type === 'email') return emailHandler(field.name);
  if (field.type === 'phone') return phoneHandler(field.name, settings);
  if (people && field.name === 'otherEmails') return emailHandler();
  if (people && field.name === 'otherPhones') return phoneHandler(undefined, settings);
  if (people && field.type === 'reference' && field.to === 'account') return companyHandler();
  if (field.type === 'reference' || field.type === 'user') return referenceHandler(field.name);
  return valueHandler(field.name, cellReader(field, format));
}

function acceptedBy(read: CellReader, accept: (value: unknown) => ReturnType<CellReader>): CellReader {
  return (cell) => {
    const found = read(cell);
    return found.problem === undefined ? accept(found.value) : found;
  };
}

/** Whether blank words such as `none` mean an empty cell in the columns of a field. */
export function isTyped(field: ImportField): boolean {
  return field.type !== 'text' && field.type !== 'longText' && field.type !== 'reference';
}

function report(row: NormalisedRow, column: string, value: string, reason: string): void {
  row.issues.push({ column, value, reason });
}

function valueHandler(name: string, read: CellReader): ColumnHandler {
  return (cell, row, column) => {
    const found = read(cell);
    if (found.problem !== undefined) report(row, column, cell, found.problem);
    else if (found.value !== '') row.values[name] = found.value;
  };
}

/** `€ 1.234,50` names its currency; a column of its own knows better. */
function moneyHandler({ name, currencyIn }: ImportField, format: ColumnFormat): ColumnHandler {
  const read = moneyReader(format.decimalMark);
  return (cell, row, column) => {
    const found = read(cell);
    if (found.problem !== undefined) return report(row, column, cell, found.problem);
    row.values[name] = found.value.amount;
    if (currencyIn && found.value.currency) row.values[currencyIn] ??= found.value.currency;
  };
}

function fullNameHandler(fields: readonly ImportField[]): ColumnHandler {
  const has = (name: string) => fields.some((field) => field.name === name);
  const salutation = has('salutation');
  const suffix = has('suffix');
  return (cell, row, column) => {
    const found = splitPersonName(cell);
    if (found.problem !== undefined) return report(row, column, cell, found.problem);
    const name = found.value;
    // Columns of their own for first and last name know better than a split.
    if (row.values.firstName === undefined && row.values.lastName === undefined) {
      if (name.first) row.values.firstName = name.first;
      if (name.last) row.values.lastName = name.last;
    }
    if (name.salutation) (salutation ? row.values : row.unmapped).salutation ??= name.salutation;
    if (name.suffix) (suffix ? row.values : row.unmapped).suffix ??= name.suffix;
  };
}

function emailHandler(name?: string): ColumnHandler {
  const add = (row: NormalisedRow, email: Email) => {
    if (row.emails.some(({ key }) => key === email.key)) return;
    row.emails.push(email);
    if (name !== undefined) row.values[name] ??= email.value;
  };
  return (cell, row, column) => {
    const whole = normaliseEmail(cell);
    if (whole.value) return add(row, whole.value);
    const parts = splitEmails(cell);
    if (parts.length < 2) return report(row, column, cell, whole.problem);
    for (const part of parts) {
      const found = normaliseEmail(part);
      if (found.value) add(row, found.value);
      else report(row, column, cell, found.problem);
    }
  };
}

function phoneHandler(name: string | undefined, { country, countryField }: HandlerSettings): ColumnHandler {
  const add = (row: NormalisedRow, phone: Phone) => {
    if (row.phones.some(({ value }) => value === phone.value)) return;
    row.phones.push(phone);
    if (name !== undefined) row.values[name] ??= phone.value;
  };
  return (cell, row, column) => {
    const own = countryField === undefined ? undefined : row.values[countryField];
    const from = typeof own === 'string' ? own : country;
    const parts = splitPhones(cell);
    for (const part of parts) {
      const found = normalisePhone(part, from);
      if (found.value) add(row, found.value);
      else report(row, column, cell, found.problem);
    }
  };
}

function companyHandler(): ColumnHandler {
  const read = remembered(normaliseCompanyName);
  return (cell, row, column) => {
    const found = read(cell);
    if (found.problem !== undefined) report(row, column, cell, found.problem);
    else row.company ??= found.value;
  };
}

const longestReference = 500;

function referenceHandler(name: string): ColumnHandler {
  return (cell, row, column) => {
    const text = collapseSpace(cell);
    if (text.length > longestReference)
      report(row, column, cell, `${quoted(text)} is longer than ${longestReference} characters.`);
    else row.references[name] = text;
  };
}
