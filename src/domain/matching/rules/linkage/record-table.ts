import { isRoleAddress } from '../addresses/role-address.ts';
import { codesField, codesIn } from '../comparing/codes-in-text.ts';
import { emailField } from '../comparing/email-field.ts';
import type { Field } from '../comparing/field.ts';
import { nameFields } from '../comparing/name-fields.ts';
import { Part } from '../comparing/part.ts';
import { type Phrases, phraseField, phrasesOf } from '../comparing/phrase-field.ts';
import { categoryField, codeField, dateField, numberField, phoneField, wordField } from '../comparing/simple-fields.ts';
import { splitPersonName } from '../names/person-name.ts';
import type { ColumnKind } from './header-kinds.ts';
import { type PlannedColumn, planColumns } from './plan-columns.ts';
import { type Reading, readingOf } from './readings.ts';

/** Columns of one kind, or a part of one, with the values of all records. */
export interface TablePart {
  name: string;
  kind: ColumnKind | 'codes';
  part: Part;
  phrases?: Phrases;
}

type Filler = (cells: readonly string[]) => void;

/** Records in the form in which they are compared. Rows are added one by one and not kept. */
export class RecordTable {
  readonly plan: readonly PlannedColumn[];
  #parts: TablePart[] = [];
  readonly #fillers: Filler[] = [];
  #length = 0;

  /** `sample` is the first rows: they tell what stands in each column and how it is written. */
  constructor(columns: readonly string[], sample: readonly (readonly string[])[]) {
    this.plan = planColumns(columns, sample);
    const used = this.plan.filter(({ kind }) => kind !== 'ignored');
    const cellsOf = ({ index }: PlannedColumn) => sample.map((row) => row[index] ?? '');
    const named = new Set<ColumnKind>();
    for (const column of used) {
      const again = named.has(column.kind);
      named.add(column.kind);
      if (column.kind === 'fullName') {
        // Beside first and last name a whole name would count the same evidence twice.
        const parted = used.some(({ kind }) => kind === 'lastName');
        if (!again && !parted) this.#splitName(column);
        continue;
      }
      const kind = again && (column.kind === 'firstName' || column.kind === 'lastName') ? 'word' : column.kind;
      this.#fill(column, kind, readingOf(kind, cellsOf(column)));
    }
    const texts = used.filter(({ kind }) => kind === 'phrase' || kind === 'company');
    if (texts.length > 0) this.#fillCodes(texts, sample);
  }

  get length(): number {
    return this.#length;
  }

  get parts(): readonly TablePart[] {
    return this.#parts;
  }

  /** Adds one record. */
  add(cells: readonly string[]): void {
    for (const fill of this.#fillers) fill(cells);
    this.#length++;
  }

  /** Nothing more will be added: weighs words, and leaves out what can tell nobody apart. */
  close(): void {
    this.#parts = this.#parts.filter(({ part }) => part.values.length > 2 && part.filled * 50 >= this.#length);
    for (const one of this.#parts) {
      one.part.close();
      if (one.kind === 'phrase' || one.kind === 'company') one.phrases = phrasesOf(one.part);
    }
  }

  /** What two records are compared by. */
  fields(): Field[] {
    const first = this.#parts.find(({ kind }) => kind === 'firstName');
    const last = this.#parts.find(({ kind }) => kind === 'lastName');
    const names = first && last ? nameFields({ first: first.name, last: last.name }, first.part, last.part) : [];
    const others = this.#parts.filter((one) => names.length === 0 || (one !== first && one !== last));
    return [...names, ...others.map(fieldOf)];
  }

  #fill({ column, index }: PlannedColumn, kind: TablePart['kind'], read: Reading): void {
    const part = this.#newPart(column, kind);
    this.#fillers.push((cells) => part.add(read(cells[index] ?? '')));
  }

  #splitName({ column, index }: PlannedColumn): void {
    const [first, last] = [
      this.#newPart(`${column} (first)`, 'firstName'),
      this.#newPart(`${column} (last)`, 'lastName'),
    ];
    const read = readingOf('firstName', []);
    this.#fillers.push((cells) => {
      const name = splitPersonName(cells[index] ?? '').value;
      first.add(read(name?.first ?? ''));
      last.add(read(name?.last ?? ''));
    });
  }

  #fillCodes(texts: readonly PlannedColumn[], sample: readonly (readonly string[])[]): void {
    const read = (cells: readonly string[]) =>
      codesIn(texts.map(({ index }) => (cells[index] ?? '').slice(0, 600)).join(' '));
    if (sample.filter((row) => read(row) !== '').length * 10 < sample.length) return;
    const part = this.#newPart('codes', 'codes');
    this.#fillers.push((cells) => part.add(read(cells)));
  }

  #newPart(name: string, kind: TablePart['kind']): Part {
    const part = new Part();
    this.#parts.push({ name, kind, part });
    return part;
  }
}

function fieldOf({ name, kind, part, phrases }: TablePart): Field {
  switch (kind) {
    case 'email':
      return emailField(name, part, (email) => isRoleAddress(email.slice(0, Math.max(0, email.lastIndexOf('@')))));
    case 'phone':
      return phoneField(name, part);
    case 'date':
      return dateField(name, part);
    case 'number':
      return numberField(name, part);
    case 'code':
      return codeField(name, part);
    case 'codes':
      return codesField(name, part);
    case 'category':
    case 'country':
    case 'domain':
      return categoryField(name, part);
    default:
      return phrases ? phraseField(name, part, phrases) : wordField(name, part);
  }
}
