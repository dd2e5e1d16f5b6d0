import {
  dateReader,
  inferDateOrder,
  inferDecimalMark,
  normaliseCountry,
  normaliseEmail,
  normaliseUrl,
  normaliseYesNo,
  numberReader,
  splitEmails,
  splitPhones,
} from '#domain/matching';
import { foldWords } from '#platform/text';
import type { ImportField } from './import-field.ts';

const looksLikePhone = /^(?:tel:|[+(0]|\d{2,4}[\s./-])[\d\s().+/-]{5,24}(?:\s*(?:x|ext\.?)\s*\d+)?$/i;
const atLeastSixDigits = /(?:\d\D*){6}/;
const isPhone = (text: string) =>
  looksLikePhone.test(text) && atLeastSixDigits.test(text) && !/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(text);
const salutations = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'prof',
  'herr',
  'frau',
  'm',
  'mme',
  'mlle',
  'sr',
  'sra',
  'sig',
  'dhr',
  'mevr',
]);
const longestLooked = 500;

/** What the cells of a column look like. Each share is of the cells that are not empty, 0 to 1, and counted when it is asked for. */
export class ColumnContent {
  readonly cells: string[];
  private readonly shares = new Map<string, number>();

  constructor(cells: Iterable<string>) {
    this.cells = [...cells].map((cell) => cell.slice(0, longestLooked).trim()).filter((cell) => cell !== '');
  }

  email(): number {
    const isEmail = (text: string) => normaliseEmail(text).value !== undefined;
    return this.share('email', (cell) => cell.includes('@') && (isEmail(cell) || splitEmails(cell).every(isEmail)));
  }

  /** Written as only phone numbers are, with a plus, a zero or separators. */
  phone(): number {
    return this.share('phone', (cell) => isPhone(cell) || splitPhones(cell).every(isPhone));
  }

  url(): number {
    return this.share(
      'url',
      (cell) => /[./]/.test(cell) && !cell.includes('@') && normaliseUrl(cell).value !== undefined,
    );
  }

  linkedin(): number {
    return this.share('linkedin', (cell) => /(?:^|[/.])linkedin\.com\//i.test(cell));
  }

  country(): number {
    return this.share('country', (cell) => normaliseCountry(cell).value !== undefined);
  }

  countryName(): number {
    return this.share('countryName', (cell) => cell.length > 3 && normaliseCountry(cell).value !== undefined);
  }

  salutation(): number {
    return this.share('salutation', (cell) => salutations.has(foldWords(cell)));
  }

  /** Two or more words of letters, as a first and last name are. */
  severalWords(): number {
    return this.share('words', (cell) => /\p{L}[\s,.・]+.*\p{L}/u.test(cell) && !/[@\d]/.test(cell));
  }

  /** A few values again and again, as categories are and names are not. */
  repeats(): boolean {
    return this.cells.length >= 20 && new Set(this.cells).size * 5 < this.cells.length;
  }

  /** How many cells the reader of a field could use; undefined where a field takes any text. */
  fit(field: ImportField): number | undefined {
    switch (field.type) {
      case 'email':
        return this.email();
      case 'phone':
        return this.share('digits', (cell) => atLeastSixDigits.test(cell) && !/[\p{L}]{4}|@/u.test(cell));
      case 'url':
        return this.url();
      case 'country':
        return this.country();
      case 'date':
      case 'dateTime':
        return this.date();
      case 'integer':
      case 'money':
      case 'decimal':
        return this.number();
      case 'boolean':
        return this.share('yesNo', (cell) => normaliseYesNo(cell).value !== undefined);
      case 'choice':
        return this.choice(field);
      default:
        return undefined;
    }
  }

  private date(): number {
    const read = dateReader({ order: inferDateOrder(this.cells) === 'mdy' ? 'mdy' : 'dmy', guessed: true });
    return this.share('date', (cell) => read(cell).value !== undefined || /^\d{10}(?:\d{3})?$/.test(cell));
  }

  private number(): number {
    const read = numberReader(inferDecimalMark(this.cells) ?? '.');
    return this.share('number', (cell) => read(cell.replace(/^\p{Sc}\s?|\s?\p{Sc}$/gu, '')).value !== undefined);
  }

  private choice(field: ImportField): number | undefined {
    if (!field.choices || field.choices.length === 0) return undefined;
    const choices = new Set([...field.choices, ...Object.values(field.labels ?? {})].map(foldWords));
    return this.share(`choice ${field.name}`, (cell) => choices.has(foldWords(cell)));
  }

  private share(name: string, test: (cell: string) => boolean): number {
    const counted = this.shares.get(name);
    if (counted !== undefined) return counted;
    const share = this.cells.length === 0 ? 0 : this.cells.filter(test).length / this.cells.length;
    this.shares.set(name, share);
    return share;
  }
}
