/** Texts by path, from the root of the project. */
export type Generated = Record<string, string>;

/** What generators may ask for. */
export interface Kit {
  /** The root of the project. */
  root: string;
  /** The owner's connection string of a fresh, migrated database, started at the first call. */
  databaseUrl(): Promise<string>;
}

/** Makes files that are checked in. The same sources always give the same texts. */
export interface Generator {
  /** The files that it makes; a folder ending in `/` belongs to it as a whole. */
  outputs: readonly string[];
  run(kit: Kit): Promise<Generated>;
}
