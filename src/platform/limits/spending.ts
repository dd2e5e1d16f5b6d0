import { Buckets } from './buckets.ts';
import type { Algorithm, Ask, Counter, Spent } from './limit.ts';
import { Windows } from './windows.ts';

/** Counts what is spent, of one limit after the other: the first that is used up ends it, and what stands after it is not touched. */
export interface Spending {
  spend(asks: readonly Ask[], nowMs: number): Promise<Spent[]> | Spent[];
  close(): Promise<void>;
}

/** Each process for itself. */
export class LocalSpending implements Spending {
  readonly #counter: Counter;

  constructor(algorithm: Algorithm) {
    this.#counter = algorithm === 'token-bucket' ? new Buckets() : new Windows();
  }

  spend(asks: readonly Ask[], nowMs: number): Spent[] {
    const all: Spent[] = [];
    for (const { name, limit } of asks) {
      const spent = this.#counter.spend(name, limit, nowMs);
      all.push(spent);
      if (!spent.allowed) break;
    }
    return all;
  }

  async close(): Promise<void> {}
}

export interface SpendingOptions {
  algorithm: Algorithm;
  /** Where several servers count together. */
  redisUrl?: string | undefined;
  /** Told when Redis cannot be asked; until it can again each process counts for itself. */
  onError: (error: unknown) => void;
}

/** Opens the counting of limits: in Redis, where there is one. */
export async function openSpending({ algorithm, redisUrl, onError }: SpendingOptions): Promise<Spending> {
  if (redisUrl === undefined) return new LocalSpending(algorithm);
  const { RedisSpending } = await import('./redis-spending.ts');
  return new RedisSpending(redisUrl, algorithm, onError);
}
