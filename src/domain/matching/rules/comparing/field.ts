/** What two records are compared by. */
export interface Field {
  /** As people know it: the column, or the columns, that it was made of. */
  name: string;
  /** What each level means, from 1 on: `different` first, `equal` last. Level 0 is "one of them has none" and says nothing. */
  levels: readonly string[];
  /** How often the levels are met in records of one and the same, before anything is known: one share a level, from 1 on. */
  start: readonly number[];
  /** The largest share that `different` may come to have in records of one and the same. */
  mostDifferent: number;
  /** The level of two records. */
  compare(left: number, right: number): number;
  /** How many of the records have the value in which two agree fully, as a share; undefined where it does not matter. */
  share?(record: number): number;
}
