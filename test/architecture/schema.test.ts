import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { testDatabase } from '#platform/testing';
import { brokenSchema, schemaMistakes } from './fixtures/schema.ts';
import { schemaFindings } from './schema-rules.ts';

const { ownerUrl } = await testDatabase();
const owner = new pg.Client({ connectionString: ownerUrl });
await owner.connect();
afterAll(() => owner.end());

it('keeps every table of a workspace behind forced row-level security, with the workspace first in keys and indexes', async () => {
  expect(await schemaFindings(owner)).toEqual([]);
});

it('has at most ten functions that see more than one workspace', async () => {
  const functions = await owner.query(
    `select proname from pg_proc where proowner = (select oid from pg_roles where rolname = 'kith_system') and prosecdef`,
  );
  expect(functions.rowCount).toBeLessThanOrEqual(10);
});

it('finds each mistake of a broken schema', async () => {
  await owner.query('begin');
  await owner.query(brokenSchema);
  const findings = await schemaFindings(owner);
  await owner.query('rollback');
  expect(findings).toEqual(schemaMistakes);
});
