import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import type { Reach } from './reach.ts';
import type { DB } from './schema.gen.ts';

export { sql } from 'kysely';

/** Builds and types queries; it has no connection, so it can only compile. */
export const build = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Anything of kysely's that becomes SQL: a built query, or a `sql` template. */
export interface Query<Row> {
  compile(executor: typeof build): CompiledQuery<Row>;
}

/** A query that is built and compiled at its first use, and from then on only given its value: building one takes longer than sending it. */
export function compiledOnce<Row, Value>(make: (value: unknown) => Query<Row>): (value: Value) => Query<Row> {
  const place = {};
  let known: CompiledQuery<Row> | undefined;
  return (value) => ({
    compile(executor) {
      known ??= make(place).compile(executor);
      return { ...known, parameters: known.parameters.map((one) => (one === place ? value : one)) };
    },
  });
}

/** Runs queries inside one workspace. */
export interface Sql {
  /** What is reached of the workspace; undefined is all of it. */
  readonly reach?: Reach | undefined;
  /** All rows of the answer. */
  rows<Row>(query: Query<Row>): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row>(query: Query<Row>): Promise<Row | undefined>;
}

const names = new Map<string, string>();
const mostNames = 1000;

/** A prepared statement's name for a text; texts beyond the first thousand are not prepared, so that a server's memory stays bounded. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNames || text.length > 20_000) return undefined;
  const name = `k${names.size}`;
  names.set(text, name);
  return name;
}
