import type { CsvDialect } from './dialect.ts';
import { RecordReader } from './record-reader.ts';

type Delimiter = CsvDialect['delimiter'];

const delimiters: Delimiter[] = [',', ';', '\t', '|'];
const rowsLookedAt = 50;

/** Finds line end, quote, escape and delimiter of a text that begins with the first row. `whole` says that the text does not go on. */
export function findDialect(text: string, whole: boolean): Omit<CsvDialect, 'encoding' | 'header'> {
  const lineEnding = findLineEnding(text);
  let best: { score: number; columns: number; dialect: Omit<CsvDialect, 'encoding' | 'header'> } | undefined;
  for (const delimiter of delimiters) {
    const quote = findQuote(text, delimiter);
    const dialect = { delimiter, quote, backslash: escapesByBackslash(text, quote), lineEnding };
    const { score, columns } = rate(text, dialect, whole);
    if (!best || score > best.score || (score === best.score && columns > best.columns))
      best = { score, columns, dialect };
  }
  if (!best) throw new Error('There is always a best delimiter.');
  return best.dialect;
}

/** How well a delimiter explains the first rows: the share of rows that have as many cells as the first, 0 when that is one. */
function rate(text: string, dialect: Omit<CsvDialect, 'encoding' | 'header'>, whole: boolean) {
  const reader = new RecordReader({ ...dialect, encoding: 'utf-8', header: true }, 0);
  reader.feed(text);
  let columns = 0;
  let rows = 0;
  let same = 0;
  while (rows < rowsLookedAt) {
    const outcome = reader.read(whole);
    if (outcome === 'more') break;
    if (outcome === 'unreadable') continue;
    columns ||= reader.cells.length;
    rows++;
    if (reader.cells.length === columns) same++;
  }
  return { score: columns < 2 ? 0 : same / rows, columns };
}

function findLineEnding(text: string): CsvDialect['lineEnding'] {
  const lineFeed = text.indexOf('\n');
  const carriageReturn = text.indexOf('\r');
  if (lineFeed === -1) return carriageReturn === -1 ? '\n' : '\r';
  if (carriageReturn === -1) return '\n';
  return text.charAt(lineFeed - 1) === '\r' ? '\r\n' : '\n';
}

/** Single quotes count as quotes only where they wrap cells and no double quote does: O'Neil must not open one. */
function findQuote(text: string, delimiter: Delimiter): CsvDialect['quote'] {
  const edge = delimiter === '|' ? '\\|' : delimiter;
  const wrapped = (quote: string) =>
    text.match(new RegExp(`(?:^|[${edge}\\r\\n])${quote}[^${quote}\\r\\n]*${quote}(?=[${edge}\\r\\n]|$)`, 'g'))
      ?.length ?? 0;
  return wrapped("'") > 1 && wrapped('"') === 0 ? "'" : '"';
}

function escapesByBackslash(text: string, quote: string): boolean {
  const escaped = new RegExp(`\\\\${quote}[^${quote},;|\\t\\r\\n]`).test(text);
  return escaped && !new RegExp(`[^,;|\\t\\r\\n\\\\]${quote}${quote}`).test(text);
}
