/** How a kind of record is spoken of. */
export interface KindWords {
  one: string;
  many: string;
  /** Within a sentence: one of them, and several. */
  counted: readonly [one: string, many: string];
  create: string;
  delete: string;
  none: string;
  noneText: string;
}
