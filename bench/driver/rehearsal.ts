import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { removeEmbedded } from '../../src/platform/database/embedded/remove.ts';
import { startEmbedded } from '../../src/platform/database/embedded/start.ts';

export const CONNECTIONS = 16;

/** A database of its own with people in eight workspaces behind row-level security. */
export interface Rehearsal {
  ownerUrl: string;
  appUrl: string;
  workspaces: string[];
  end(): Promise<void>;
}

/** Starts a PostgreSQL in a temporary home; `end` removes both. */
export async function rehearse(rowsPerWorkspace = 5_000): Promise<Rehearsal> {
  const home = mkdtempSync(join(tmpdir(), 'kith-bench-'));
  const database = await startEmbedded({ home, say: () => undefined, settings: { max_connections: '200' } });
  const workspaces = Array.from({ length: 8 }, () => randomUUID());
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query(`
    create table people (workspace_id uuid, id int, name text, email text, city text, score int, primary key (workspace_id, id));
    alter table people enable row level security;
    alter table people force row level security;
    create policy own on people using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
    grant select, insert, update on people to kith_app;`);
  for (const workspace of workspaces) {
    await owner.query(
      `insert into people select $1, i, 'Name ' || i, 'p' || i || '@example.org', 'City ' || i % 50, i % 100
       from generate_series(1, $2::int) i`,
      [workspace, rowsPerWorkspace],
    );
  }
  await owner.query('vacuum analyze people');
  await owner.end();
  return {
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    workspaces,
    async end() {
      await database.stop();
      removeEmbedded(home);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

export interface Person {
  workspace_id: string;
  id: number;
}

export const GET = 'select * from people where id = $1';
export const LIST = 'select * from people where id > $1 order by workspace_id, id limit 50';
