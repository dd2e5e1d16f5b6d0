import { type CellFacts, factsOfCells } from './column-cells.ts';
import { type ColumnKind, isBareName, kindOfHeader } from './header-kinds.ts';

export interface PlannedColumn {
  column: string;
  /** Its place in the row. */
  index: number;
  kind: ColumnKind;
}

interface Looked {
  header: string;
  byHeader: ColumnKind | undefined;
  facts: CellFacts;
  kind: ColumnKind;
}

/** Decides by headers and by what stands in the cells how each column is to be compared. `sample` is the first rows. */
export function planColumns(columns: readonly string[], sample: readonly (readonly string[])[]): PlannedColumn[] {
  const looked = columns.map((header, index): Looked => {
    const facts = factsOfCells(sample.map((row) => row[index] ?? ''));
    const byHeader = kindOfHeader(header);
    return { header, byHeader, facts, kind: kindOf(byHeader, facts) };
  });
  nameBareNames(looked);
  findLastNames(looked);
  return looked.map(({ header, kind }, index) => ({ column: header, index, kind }));
}

/** What a header says counts where the cells can be that; the cells alone decide where it says nothing. */
function kindOf(byHeader: ColumnKind | undefined, facts: CellFacts): ColumnKind {
  if (facts.filled === 0 || byHeader === 'ignored') return 'ignored';
  switch (byHeader) {
    case 'email':
      return facts.email >= 0.3 ? 'email' : byContent(facts);
    case 'phone':
    case 'number':
      return facts.hasDigit >= 0.5 ? byHeader : byContent(facts);
    case 'date':
      return facts.date >= 0.3 ? 'date' : byContent(facts);
    case 'domain':
      return facts.url >= 0.3 ? 'domain' : byContent(facts);
    case 'street':
      return facts.meanWords >= 3.5 ? 'phrase' : 'street';
    case 'code':
    case 'postcode':
    case 'country':
    case 'company':
    case 'phrase':
      return facts.meanWords > 4 && byHeader === 'code' ? 'phrase' : byHeader;
    case 'firstName':
    case 'lastName':
    case 'fullName':
      return facts.email > 0.5 || facts.hasDigit > 0.5 ? byContent(facts) : byHeader;
    default:
      return byContent(facts);
  }
}

/** A column with fewer different values is of something else that happens to be called like people. */
const fewestNames = 5;

function byContent(facts: CellFacts): ColumnKind {
  if (facts.email >= 0.6) return 'email';
  if (facts.date >= 0.8) return 'date';
  if (facts.phone >= 0.7) return 'phone';
  if (facts.url >= 0.8) return 'domain';
  if (facts.number >= 0.9 && (facts.wholeNumber < 0.9 || facts.number - facts.wholeNumber > 0.05)) return 'number';
  if (facts.givenName >= 0.35 && facts.distinct >= fewestNames) return 'firstName';
  if (facts.personName >= 0.35 && facts.distinct >= fewestNames) return 'fullName';
  if (facts.filled >= 20 && facts.distinct <= Math.max(2, Math.min(30, facts.filled / 20))) return 'category';
  return facts.meanWords >= 2.5 ? 'phrase' : 'word';
}

/** "Name" beside a last name is the first name; of people it is the whole name, of anything else a few words. */
function nameBareNames(looked: Looked[]): void {
  const has = (kind: ColumnKind) => looked.some((one) => one.kind === kind);
  for (const one of looked) {
    if (!isBareName(one.header) || one.facts.filled === 0 || one.facts.hasDigit > 0.5) continue;
    if (has('lastName') && !looked.some((other) => other !== one && other.kind === 'firstName')) one.kind = 'firstName';
    else if (one.facts.personName >= 0.2 && !has('lastName')) one.kind = 'fullName';
    else if (one.kind === 'word' || one.kind === 'phrase' || one.kind === 'firstName') one.kind = 'company';
  }
}

/** A first name that is known by its cells alone has its last name beside it. */
function findLastNames(looked: Looked[]): void {
  if (looked.some(({ kind }) => kind === 'lastName')) return;
  const first = looked.findIndex(({ kind }) => kind === 'firstName');
  if (first < 0) return;
  const isOne = (one: Looked | undefined) =>
    one !== undefined &&
    !one.byHeader &&
    (one.kind === 'word' || one.kind === 'firstName') &&
    one.facts.oneWord >= 0.8 &&
    one.facts.distinct * 5 > one.facts.filled;
  const found = [looked[first + 1], looked[first - 1]].find(isOne);
  if (found) found.kind = 'lastName';
}
