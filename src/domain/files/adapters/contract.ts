/** What a scanner says of a content. `failed`: it cannot scan this one, now or later. */
export type Verdict = { result: 'clean' } | { result: 'infected' | 'failed'; found: string };

/** Looks for viruses. Throws when it cannot be reached: it is asked again later. */
export interface VirusScanner {
  scan(content: AsyncIterable<Uint8Array>): Promise<Verdict>;
}
