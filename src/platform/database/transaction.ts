import type pg from 'pg';
import { Problem } from '#platform/errors';
import { lossOrError, openingOf, takeConnection } from './connections.ts';
import { isBroken, preparedQuery } from './flight.ts';
import { gatherWrites, letLargeGo } from './gather-writes.ts';
import { build, type Query, type Sql } from './query.ts';
import { isBeyondReach, type Reach, reachSetting } from './reach.ts';

/** A read-write transaction in one workspace. */
export interface Transaction extends Sql {
  /** Sends a write without waiting; its error surfaces at commit at the latest. */
  send(query: Query<unknown>): void;
  /** Waits until all that has been sent has been done; throws when any of it failed. */
  settled(): Promise<void>;
  /** Runs after the commit has been acknowledged; errors there are the caller's own to handle. */
  afterCommit(action: () => void): void;
  /** The number of rows that a statement touched. */
  count(query: Query<unknown>): Promise<number>;
}

class OpenTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  readonly #sent: Promise<unknown>[] = [];
  #ended = false;
  #failure: unknown;
  readonly after: (() => void)[] = [];

  readonly reach: Reach | undefined;
  #isBeyond = isBeyondReach();

  constructor(client: pg.PoolClient, opening: string, reach: Reach | undefined) {
    this.#client = client;
    this.reach = reach;
    gatherWrites(client);
    this.#watch(client.query(opening));
  }

  #watch<T>(promise: Promise<T>): Promise<T> {
    this.#sent.push(promise);
    promise.catch((error) => {
      this.#failure ??= error;
    });
    return promise;
  }

  /** Why it failed: what only says that the transaction is lost stands for the statement that lost it. */
  causeOf(error: unknown): unknown {
    return (error as { code?: string } | null)?.code === lostTransaction ? this.#failure : error;
  }

  /** From here on the connection is somebody else's. */
  end(): void {
    this.#ended = true;
  }

  #run(query: Query<unknown>): Promise<pg.QueryResult> {
    if (this.#ended)
      return Promise.reject(new Error('The transaction has ended: what was begun beside its failure is not done.'));
    const prepared = preparedQuery(query.compile(build));
    gatherWrites(this.#client);
    if (this.reach && this.#isBeyond !== isBeyondReach()) {
      this.#isBeyond = !this.#isBeyond;
      this.#watch(this.#client.query(reachSetting(this.reach)));
    }
    const answer = this.#watch(this.#client.query(prepared));
    letLargeGo(this.#client);
    return answer;
  }

  async rows<Row>(query: Query<Row>): Promise<Row[]> {
    return (await this.#run(query)).rows as Row[];
  }

  async first<Row>(query: Query<Row>): Promise<Row | undefined> {
    return (await this.rows(query))[0];
  }

  async count(query: Query<unknown>): Promise<number> {
    return (await this.#run(query)).rowCount ?? 0;
  }

  send(query: Query<unknown>): void {
    void this.#run(query).catch(() => undefined);
  }

  async settled(): Promise<void> {
    await Promise.all(this.#sent);
  }

  afterCommit(action: () => void): void {
    this.after.push(action);
  }

  /** Commits; the earliest failure of anything sent is thrown, since all that follows it failed because of it. */
  async commit(): Promise<void> {
    gatherWrites(this.#client);
    const committed = this.#client.query('commit');
    committed.catch(() => undefined);
    await Promise.all(this.#sent);
    const answer = await committed;
    if (answer.command !== 'COMMIT') throw new Error(`The transaction ended with ${answer.command}, not COMMIT.`);
  }
}

/**
 * Runs `work` in one transaction of the workspace and commits. When anything fails, nothing is written.
 * Deadlocks, serialization failures, missing references and keys that are taken become the Problem `conflict`, values that no column can
 * hold `validation_failed`.
 */
export async function transact<T>(
  pool: pg.Pool,
  workspaceId: string | undefined,
  work: (tx: Transaction) => Promise<T>,
  reach?: Reach,
): Promise<T> {
  const opening = openingOf(workspaceId, 'read write', reach);
  const client = await takeConnection(pool);
  const tx = new OpenTransaction(client, opening, reach);
  let result: T;
  try {
    result = await work(tx);
    await tx.commit();
  } catch (error) {
    tx.end();
    client.release((await isBroken(client, error)) ? true : undefined);
    throw translated(tx.causeOf(error));
  }
  tx.end();
  client.release();
  for (const action of tx.after) action();
  return result;
}

/** Any statement after one that has failed. */
const lostTransaction = '25P02';
/** A row that the policies of its table keep from being written. */
const refused = '42501';
const missingReference = '23503';
const takenKey = '23505';
/** A check of the table, and values that PostgreSQL cannot hold: the border should have refused them with a better word. */
const unusableValue = /^(23514|23502|22...|54000)$/;
const retryable = new Set(['40001', '40P01', '55P03']);

function translated(error: unknown): unknown {
  const code = (error as { code?: string } | null)?.code;
  if (code && retryable.has(code)) {
    return new Problem('conflict', {
      detail: 'Somebody else changed the same records at the same moment. Try again.',
      cause: error,
    });
  }
  if (code === refused && String((error as Error).message).includes('row-level security')) {
    return new Problem('not_allowed', {
      detail: 'This record is not yours to write. Ask its owner to share it.',
      cause: error,
    });
  }
  if (code === missingReference) {
    return new Problem('conflict', {
      detail: 'A record that this refers to is not there any more. Read it again, then repeat.',
      cause: error,
    });
  }
  if (code === takenKey) {
    return new Problem('conflict', {
      detail: 'There is such a record already. Read it again, then repeat.',
      cause: error,
    });
  }
  if (code && unusableValue.test(code)) {
    return new Problem('validation_failed', {
      detail: 'A value is too long, out of range, or of the wrong kind.',
      cause: error,
    });
  }
  return lossOrError(error);
}
