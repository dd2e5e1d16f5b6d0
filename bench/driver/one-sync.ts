import { createRequire } from 'node:module';
import type { Connection } from 'pg';
import pg from 'pg';

const { prepareValue } = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue(value: unknown): string | Buffer | null;
};

const OPENING = {
  name: 'open_read',
  text: `select set_config('app.workspace_id', $1, true), set_config('transaction_read_only', 'on', true)`,
};

/** A statement as it is prepared on the connection under its name. */
export interface Statement {
  name: string;
  text: string;
  values: readonly unknown[];
}

/** What `pg` has on a connection beside its types. */
interface Wire {
  parse(query: { name: string; text: string; types: never[] }): void;
  bind(config: { statement: string; values: unknown[] }): void;
  describe(message: { type: string; name: string }): void;
  execute(config: { portal: string; rows: number }): void;
  sync(): void;
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string>;
}

interface RowBuilder<Row> {
  rows: Row[];
  addFields(fields: pg.FieldDef[]): void;
  parseRow(fields: string[]): Row;
  addRow(row: Row): void;
}

/**
 * Reads in one implicit transaction: set_config and the selects before ONE Sync. PostgreSQL commits at the Sync, or rolls
 * back and skips to it after an error, so the connection is never left inside a transaction. It extends pg.Query since
 * a pipelining client refuses other classes: those that keep a portal open across round trips, which this one does not.
 */
export class OneSyncFlight<Row extends pg.QueryResultRow> extends pg.Query<Row> {
  /** The rows of each statement, or the first error. */
  readonly answer: Promise<Row[][]>;
  /** After an error: whether a statement was new to the connection, so that nobody knows if it is there. Do not use it again. */
  isUncertain = false;
  readonly #statements: Statement[];
  readonly #results: RowBuilder<Row>[];
  readonly #new: string[] = [];
  #current = 0;
  #resolve: (rows: Row[][]) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  /** A value that cannot be sent throws here, before anything is on the wire. */
  constructor(workspaceId: string, statements: Statement[]) {
    super('one flight');
    this.#statements = [{ ...OPENING, values: [workspaceId] }, ...statements].map((statement) => ({
      ...statement,
      values: statement.values.map((value) => prepareValue(value)),
    }));
    const Builder = pg.Result as unknown as new (mode: string, types: unknown) => RowBuilder<Row>;
    this.#results = this.#statements.map(() => new Builder('', pg.types));
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  override submit = (connection: Connection): void => {
    const wire = connection as unknown as Wire;
    wire.stream.cork();
    for (const { name, text, values } of this.#statements) {
      if (wire.parsedStatements[name] === undefined) {
        wire.parse({ name, text, types: [] });
        wire.parsedStatements[name] = text;
        this.#new.push(name);
      }
      wire.bind({ statement: name, values: [...values] });
      wire.describe({ type: 'P', name: '' });
      wire.execute({ portal: '', rows: 0 });
    }
    wire.sync();
    wire.stream.uncork();
  };

  handleRowDescription(message: { fields: pg.FieldDef[] }): void {
    this.#results[this.#current]?.addFields(message.fields);
  }

  handleDataRow(message: { fields: string[] }): void {
    const result = this.#results[this.#current];
    result?.addRow(result.parseRow(message.fields));
  }

  handleCommandComplete(): void {
    this.#current += 1;
  }

  /** Also called for a lost connection, where no ReadyForQuery follows. */
  handleError(error: Error, connection: Connection): void {
    for (const name of this.#new) delete (connection as unknown as Wire).parsedStatements[name];
    this.isUncertain = this.#new.length > 0;
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve(this.#results.slice(1).map(({ rows }) => rows));
  }

  handleEmptyQuery(): void {
    this.#current += 1;
  }

  handlePortalSuspended(): void {}
}
