import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#platform/testing';
import { dumpSchema } from './dump-schema.ts';

const { ownerUrl } = await testDatabase();
const file = join(import.meta.dirname, '../../database/schema.sql');
const empty = `empty_${randomBytes(6).toString('hex')}`;

async function run(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

async function emptyDatabase(): Promise<string> {
  await run(ownerUrl, `create database ${empty} template template0`);
  const url = new URL(ownerUrl);
  url.pathname = `/${empty}`;
  return url.href;
}

afterAll(() => run(ownerUrl, `drop database if exists ${empty} with (force)`));

it('says of a freshly migrated database what database/schema.sql says', async () => {
  expect(await dumpSchema(ownerUrl)).toBe(readFileSync(file, 'utf8'));
});

it('leaves nothing out: a database made of the dump has the same dump', async () => {
  const dump = await dumpSchema(ownerUrl);
  const url = await emptyDatabase();
  await run(url, dump);
  expect(await dumpSchema(url)).toBe(dump);
});

it('sees every kind of change', async () => {
  const before = (await dumpSchema(ownerUrl)).split('\n');
  await run(
    ownerUrl,
    `create table planets (id uuid not null, name text default 'Earth', mass numeric(10, 2) check (mass > 0),
       heavy boolean generated always as (mass > 100) stored);
     select kith.make_workspace_table('planets');
     create unique index planets_by_name on planets (lower(name));
     comment on index planets_by_name is 'Global: there is one Earth.';
     create view report_planets with (security_invoker = true) as select name from planets;
     create policy visible on planets as restrictive for select to kith_app using (name <> 'Nibiru');
     create function kith.turn() returns trigger language plpgsql as 'begin return new; end';
     revoke all on function kith.turn() from public;
     create trigger turns before update on planets for each row execute function kith.turn();
     grant select on report_planets to kith_app;`,
  );
  const added = (await dumpSchema(ownerUrl)).split('\n').filter((line) => !before.includes(line));
  expect(added).toMatchInlineSnapshot(`
    [
      "CREATE OR REPLACE FUNCTION kith.turn()",
      "AS $function$begin return new; end$function$;",
      "create table public.planets (",
      "  name text default 'Earth'::text,",
      "  mass numeric(10,2),",
      "  heavy boolean generated always as ((mass > (100)::numeric)) stored,",
      "  constraint planets_pkey PRIMARY KEY (workspace_id, id),",
      "  constraint planets_mass_check CHECK ((mass > (0)::numeric))",
      "CREATE UNIQUE INDEX planets_by_name ON public.planets USING btree (lower(name));",
      "comment on index public.planets_by_name is 'Global: there is one Earth.';",
      "CREATE TRIGGER turns BEFORE UPDATE ON public.planets FOR EACH ROW EXECUTE FUNCTION kith.turn();",
      "alter table public.planets enable row level security;",
      "alter table public.planets force row level security;",
      "create policy system on public.planets for all to kith_system",
      "create policy visible on public.planets as restrictive for select to kith_app",
      "  using ((name <> 'Nibiru'::text));",
      "create policy workspace on public.planets for all to public",
      "create view public.report_planets with (security_invoker=true) as",
      " SELECT name",
      "   FROM public.planets;",
      "grant delete, insert, select, update on table public.planets to kith_app, kith_system;",
      "grant select on table public.report_planets to kith_app;",
      "revoke all on function kith.turn() from public;",
    ]
  `);
});
