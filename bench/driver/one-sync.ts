import type { Connection } from 'pg';
import pg from 'pg';

const SET_NAME = 'set_workspace';
const SET_TEXT = `select set_config('app.workspace_id', $1, true), set_config('transaction_read_only', 'on', true)`;

interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** What `pg` has on a connection beside its types. */
interface Wire {
  parse(query: { name: string; text: string; types: never[] }): void;
  bind(config: { statement: string; values: unknown[]; valueMapper: (value: unknown) => string }): void;
  describe(message: { type: string; name: string }): void;
  execute(config: { portal: string; rows: number }): void;
  close(message: { type: string; name: string }): void;
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
 * A read in one implicit transaction: set_config and the select before ONE Sync. PostgreSQL commits at the Sync, or rolls
 * back and skips to it after an error, so the connection is never left inside a transaction. It extends pg.Query since
 * a pipelining client refuses other classes: those that keep a portal open across round trips, which this one does not.
 */
export class OneSyncFlight<Row extends pg.QueryResultRow> extends pg.Query<Row> {
  readonly answer: Promise<Row[]>;
  readonly #statements: Statement[];
  readonly #result: RowBuilder<Row>;
  #resolve: (rows: Row[]) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  #error: Error | undefined;
  #describing = 0;

  constructor(workspaceId: string, statement: Statement) {
    super(statement.text);
    this.#statements = [{ name: SET_NAME, text: SET_TEXT, values: [workspaceId] }, statement];
    this.#result = new (pg.Result as unknown as new (mode: string, types: unknown) => RowBuilder<Row>)('', pg.types);
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
        // After an error it is unknown whether the statement exists; closing one that does not is no error.
        wire.close({ type: 'S', name });
        wire.parse({ name, text, types: [] });
        wire.parsedStatements[name] = text;
      }
      wire.bind({ statement: name, values, valueMapper: String });
      wire.describe({ type: 'P', name: '' });
      wire.execute({ portal: '', rows: 0 });
    }
    wire.sync();
    wire.stream.uncork();
  };

  handleRowDescription(message: { fields: pg.FieldDef[] }): void {
    this.#describing += 1;
    if (this.#describing === this.#statements.length) this.#result.addFields(message.fields);
  }

  handleDataRow(message: { fields: string[] }): void {
    if (this.#describing < this.#statements.length) return;
    this.#result.addRow(this.#result.parseRow(message.fields));
  }

  handleError(error: Error, connection: Connection): void {
    this.#error = error;
    for (const { name } of this.#statements) delete (connection as unknown as Wire).parsedStatements[name];
    // On a lost connection no ReadyForQuery follows.
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#error === undefined) this.#resolve(this.#result.rows);
  }

  handleCommandComplete(): void {}
  handleCloseComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}
