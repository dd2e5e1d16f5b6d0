export { type Database, type DatabaseOptions, openDatabase, type Reader } from './database.ts';
export { removeEmbedded } from './embedded/remove.ts';
export { type EmbeddedDatabase, startEmbedded } from './embedded/start.ts';
export { insertRows, unprepared } from './insert-rows.ts';
export { type MigrationResult, migrate } from './migrate.ts';
export { build, compiledOnce, type Query, type Sql, sql } from './query.ts';
export { beyondReach, isBeyondReach, type Reach, type ReachLevel, withinReach } from './reach.ts';
export type { DB } from './schema.gen.ts';
export type { Transaction } from './transaction.ts';
