import { ColumnContent } from './column-content.ts';
import { headerTokens, matchHeader, namesOf } from './header-match.ts';
import {
  arePeople,
  type FieldByColumn,
  type ImportField,
  mappableFields,
  takesSeveralColumns,
} from './import-field.ts';

export interface FieldGuess {
  field: string;
  /** 0 to 1. */
  confidence: number;
}

export interface ColumnMapping {
  column: string;
  /** Undefined when no field fits: the column is kept with the row. */
  field: string | undefined;
  /** 0 to 1; 0 without a field. */
  confidence: number;
  /** Other fields it could go to, the likeliest first, three at most. */
  alternatives: FieldGuess[];
}

export interface MappingRequest {
  columns: readonly string[];
  /** The first rows; 200 are looked at. */
  sample: readonly (readonly string[])[];
  fields: readonly ImportField[];
}

const rowsLookedAt = 200;
const leastConfidence = 0.5;
const leastAlternative = 0.25;

/** Finds the field of each column by its header and by what its cells look like. Each field is used once, but for e-mail and phone. */
export function suggestMapping(request: MappingRequest): ColumnMapping[] {
  const fields = mappableFields(request.fields);
  const people = arePeople(fields);
  const known = fields.map(namesOf);
  const rows = request.sample.slice(0, rowsLookedAt);
  const guesses = request.columns.map((column, index) => {
    const tokens = headerTokens(column);
    const content = new ColumnContent(rows.map((row) => row[index] ?? ''));
    return known
      .map((names) => ({
        field: names.field,
        confidence: rate(matchHeader(tokens, names, people), names.field, content),
      }))
      .filter(({ confidence }) => confidence >= leastAlternative)
      .sort((left, right) => right.confidence - left.confidence);
  });
  const chosen = assign(guesses, request.columns);
  nameBesideSurname(request.columns, guesses, chosen);
  return request.columns.map((column, index) => {
    const field = chosen.get(index);
    const all = (guesses[index] ?? []).map((guess) => ({
      field: guess.field.name,
      confidence: rounded(guess.confidence),
    }));
    return {
      column,
      field,
      confidence: all.find((guess) => guess.field === field)?.confidence ?? 0,
      alternatives: all.filter((guess) => guess.field !== field).slice(0, 3),
    };
  });
}

/** The mapping in the short form in which it is kept. */
export function fieldByColumn(mapping: readonly ColumnMapping[]): FieldByColumn {
  return Object.fromEntries(mapping.map(({ column, field }) => [column, field ?? null]));
}

interface Guess {
  field: ImportField;
  confidence: number;
}

function rate(byHeader: number, field: ImportField, content: ColumnContent): number {
  if (byHeader === 0) return byContentAlone(field, content);
  if (content.cells.length === 0) return byHeader;
  const fit = content.fit(field);
  if (fit !== undefined) return fit >= 0.8 ? Math.min(1, byHeader + 0.05) : byHeader * (0.45 + 0.55 * (fit / 0.8));
  if (content.email() > 0.6 && field.type === 'text') return byHeader * 0.3;
  if (field.name === 'fullName' && content.severalWords() < 0.3) return byHeader * (content.repeats() ? 0.4 : 0.7);
  if (field.name === 'title' && content.salutation() > 0.6) return byHeader * 0.2;
  return byHeader;
}

/** A column of e-mail addresses is one whatever it is called. */
function byContentAlone(field: ImportField, content: ColumnContent): number {
  if (content.cells.length === 0) return 0;
  if (field.type === 'email') return content.email() >= 0.6 ? 0.8 * content.email() : 0;
  if (field.type === 'phone') return content.phone() >= 0.7 ? 0.6 * content.phone() : 0;
  if (field.type === 'country') return content.countryName() >= 0.7 ? 0.6 * content.country() : 0;
  if (field.type !== 'url') return 0;
  const linkedin = content.linkedin();
  if (/linkedin/i.test(field.name)) return linkedin > 0.6 ? 0.85 * linkedin : 0;
  return field.name === 'website' && linkedin < 0.3 && content.url() >= 0.8 ? 0.6 * content.url() : 0;
}

/** The surest pair first; of equals the more telling header, so that `Job title` goes before `Title`. */
function assign(guesses: readonly (readonly Guess[])[], columns: readonly string[]): Map<number, string> {
  const words = columns.map((column) => headerTokens(column).length);
  const all = guesses.flatMap((list, column) => list.map((guess) => ({ ...guess, column, words: words[column] ?? 0 })));
  all.sort(
    (left, right) => right.confidence - left.confidence || right.words - left.words || left.column - right.column,
  );
  const chosen = new Map<number, string>();
  const used = new Set<string>();
  for (const { column, field, confidence } of all) {
    if (confidence < leastConfidence || chosen.has(column)) continue;
    if (used.has(field.name) && !takesSeveralColumns(field)) continue;
    chosen.set(column, field.name);
    used.add(field.name);
  }
  return chosen;
}

/** In files with a surname but no first name, the column `Name` holds the first name. */
function nameBesideSurname(columns: readonly string[], guesses: Guess[][], chosen: Map<number, string>): void {
  const used = new Set(chosen.values());
  if (!used.has('lastName') || used.has('firstName')) return;
  const index = columns.findIndex(
    (column, at) => headerTokens(column).join('') === 'name' && (chosen.get(at) ?? 'fullName') === 'fullName',
  );
  const first = guesses[index];
  const field = first?.find((guess) => guess.field.name === 'fullName')?.field;
  if (!first || !field) return;
  first.unshift({ field: { ...field, name: 'firstName' }, confidence: 0.8 });
  chosen.set(index, 'firstName');
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
