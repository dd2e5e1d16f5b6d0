/** Something that only a person can tell: to which of some records a value or a record belongs. */
export interface Question {
  /** Under this name the next call answers it with the id of one of the records. */
  key: string;
  question: string;
  /** The field, and its value that is meant. */
  field?: string;
  value?: unknown;
  /** Ids of the records, as UUIDs, the one that stays first. */
  options: string[];
}

/** The ways to reach somebody that count as theirs: in a form in which they can be compared. */
export type Ways = ReadonlySet<string>;

/** To whom a letter belongs by its addresses: undefined when they say nothing, several when they are of several. */
export function ownersOf(letter: Ways, of: ReadonlyMap<string, Ways>): string[] {
  return [...of].filter(([, ways]) => [...letter].some((way) => ways.has(way))).map(([id]) => id);
}
