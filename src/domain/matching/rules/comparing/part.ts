import { lettersIn } from './alike.ts';

/** One value a record, each distinct text kept once: a million records with a thousand cities hold a thousand texts. Value 0 is "nothing there". */
export class Part {
  readonly values: string[] = [''];
  /** How many records have each value. */
  readonly counts: number[] = [0];
  #ids = new Uint32Array(1024);
  #length = 0;
  #letters = new Int32Array(0);
  #known: Map<string, number> | undefined = new Map([['', 0]]);

  /** Adds the value of the next record. */
  add(text: string): void {
    const known = this.#known;
    if (!known) throw new Error('This part is closed: nothing can be added to it any more.');
    let id = known.get(text);
    if (id === undefined) {
      id = this.values.length;
      known.set(text, id);
      this.values.push(text);
      this.counts.push(0);
    }
    this.counts[id] = (this.counts[id] as number) + 1;
    if (this.#length === this.#ids.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#ids);
      this.#ids = larger;
    }
    this.#ids[this.#length++] = id;
  }

  /** Nothing more will be added: makes ready to compare. */
  close(): void {
    this.#known = undefined;
    this.#letters = Int32Array.from(this.values, lettersIn);
  }

  /** The letters of a value (`lettersIn`), once the part is closed. */
  lettersOf(id: number): number {
    return this.#letters[id] as number;
  }

  get length(): number {
    return this.#length;
  }

  /** The number of a record's value; 0 when it has none. */
  idOf(record: number): number {
    return this.#ids[record] as number;
  }

  valueOf(record: number): string {
    return this.values[this.#ids[record] as number] as string;
  }

  /** The share of all records with a value that have the value of this one. */
  shareOf(record: number): number {
    return (this.counts[this.#ids[record] as number] as number) / Math.max(1, this.filled);
  }

  /** How many records have a value. */
  get filled(): number {
    return this.#length - (this.counts[0] as number);
  }

  /** Something computed once for each distinct value. */
  map<T>(compute: (value: string, id: number) => T): T[] {
    return this.values.map(compute);
  }
}
