/** Which pairs of records there are: all of one file, or each of one file with each of another. */
export interface PairSpace {
  records: number;
  /** The number of the second file's first record; undefined where there is one file. */
  split: number | undefined;
  /** How many pairs there are. */
  all: number;
}

/** All pairs of some records, or those that reach from the records before `split` to those from it on. */
export function pairSpace(records: number, split?: number): PairSpace {
  const all = split === undefined ? (records * (records - 1)) / 2 : split * (records - split);
  return { records, split, all };
}

/** Whether two records are a pair of the space. */
export function isPair({ split }: PairSpace, left: number, right: number): boolean {
  return left !== right && (split === undefined || left < split !== right < split);
}
