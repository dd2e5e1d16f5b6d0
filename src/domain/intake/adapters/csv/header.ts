import { collapseSpace, fold, quoted } from '#platform/text';

// What stands in rows and hardly ever in a header: numbers, dates, phone numbers, links.
const valueLike = /^(?:https?:\/\/.*|[-+(]?\d[\d\s.,:/()-]*%?|\d{4}-\d\d-\d\dT.*)$/;
const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const year = /^(?:19|20)\d\d$/;
const longestValue = 200;

/** Whether the first row names the columns. It does unless it has values, such as an e-mail address or a number, in columns of such values. */
export function firstRowIsHeader(first: string[], rest: string[][]): boolean {
  let values = 0;
  let names = 0;
  for (const [index, cell] of first.entries()) {
    const text = cell.slice(0, longestValue).trim();
    if (text === '') continue;
    if (address.test(text)) return false;
    const isValue = valueLike.test(text) && !year.test(text);
    if (isValue && (rest.length === 0 || rest.some((row) => isValueCell(row[index])))) values++;
    else names++;
  }
  return values * 4 < names || values === 0;
}

function isValueCell(cell: string | undefined): boolean {
  return cell !== undefined && valueLike.test(cell.slice(0, longestValue).trim());
}

export interface NamedColumns {
  columns: string[];
  notices: string[];
}

/** Column names from a header row: trimmed, unique whatever their case, `Column 3` where the header is empty. */
export function nameColumns(header: string[]): NamedColumns {
  const notices: string[] = [];
  const taken = new Set<string>();
  const columns = header.map((cell, index) => {
    const name = safeName(collapseSpace(cell).slice(0, 255)) || `Column ${index + 1}`;
    const unique = uniqueName(name, taken);
    if (unique !== name)
      notices.push(
        `The header has ${quoted(name)} more than once: column ${index + 1} is called ${quoted(unique, 80)}.`,
      );
    return unique;
  });
  return { columns, notices };
}

/** Rows become objects by column name later on, and an object cannot have this key. */
function safeName(name: string): string {
  return name === '__proto__' ? 'proto' : name;
}

function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(fold(unique)); count++) unique = `${name} (${count})`;
  taken.add(fold(unique));
  return unique;
}
