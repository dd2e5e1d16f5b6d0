import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';

export interface TestDatabase {
  ownerUrl: string;
  appUrl: string;
}

function withDatabase(url: string, name: string): string {
  const [base, query] = url.split('?') as [string, string | undefined];
  return base.replace(/\/[^/]*$/, `/${name}`) + (query ? `?${query}` : '');
}

async function asOwner(sqlText: string): Promise<void> {
  const client = new pg.Client({ connectionString: withDatabase(inject('database').ownerUrl, 'postgres') });
  await client.connect();
  try {
    // Two files that clone the template at one moment would refuse each other.
    await client.query('select pg_advisory_lock(7)');
    await client.query(sqlText);
  } finally {
    await client.end();
  }
}

/** A migrated database of this test file's own, cloned from the template and dropped afterwards. */
export async function testDatabase(): Promise<TestDatabase> {
  const { ownerUrl, appUrl } = inject('database');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(`create database ${name} template kith strategy file_copy`);
  afterAll(() => asOwner(`drop database if exists ${name} with (force)`));
  return { ownerUrl: withDatabase(ownerUrl, name), appUrl: withDatabase(appUrl, name) };
}
