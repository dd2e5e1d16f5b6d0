import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identityModule } from '#domain/identity';
import { accountsModule } from '#domain/records/accounts';
import { contactsModule } from '#domain/records/contacts';
import { testWorld } from '#platform/testing';
import { localSocketPath } from '#surfaces/local';
import { commandLine } from './fixtures/command-line.ts';

const world = await testWorld();
const operations = [identityModule, accountsModule, contactsModule].flatMap((module) => module.operations ?? []);
const kith = await commandLine(world, operations);

async function created(...options: string[]): Promise<{ id: string; version: number }> {
  return JSON.parse((await kith.run('contacts', 'create', '--json', ...options)).out);
}

test('every operation is a command: what one makes, others find', async () => {
  const { id } = await created('--first-name', 'Ana', '--city', 'Berlin', '--tags', 'a,b');
  const found = await kith.run('contacts', 'list', '--filter', '{"city":{"eq":"Berlin"}}', '--json');
  expect(JSON.parse(found.out).data).toEqual([expect.objectContaining({ id, name: 'Ana', tags: ['a', 'b'] })]);
  expect(await kith.run('contacts', 'get', id)).toMatchObject({ code: 0, out: expect.stringContaining('Berlin') });
});

test('standard output holds the answer alone, and nothing when there is none', async () => {
  const { id } = await created('--first-name', 'Bo');
  expect(await kith.run('contacts', 'delete', id)).toEqual({ code: 0, out: '', notes: 'Done.\n' });
  expect(await kith.run('contacts', 'list', '--q', 'nobody at all')).toMatchObject({
    out: '',
    notes: 'There are none.\n',
  });
});

test('a record that somebody changed meanwhile is not changed, and the exit code says so', async () => {
  const { id, version } = await created('--first-name', 'Cy');
  expect(await kith.run('contacts', 'update', id, '--title', 'CTO', '--if-match', String(version))).toMatchObject({
    code: 0,
  });
  const late = await kith.run('contacts', 'update', id, '--title', 'CEO', '--if-match', String(version));
  expect(late).toMatchObject({ code: 5, out: '' });
});

test('a retry with the same key is done once', async () => {
  const first = await created('--first-name', 'Di', '--idempotency-key', 'k1');
  expect(await created('--first-name', 'Di', '--idempotency-key', 'k1')).toEqual(first);
  expect(await kith.run('contacts', 'create', '--first-name', 'Ed', '--idempotency-key', 'k1')).toMatchObject({
    code: 5,
  });
});

test('a whole input comes as JSON, from a file or from standard input', async () => {
  const path = join(kith.home, 'input.json');
  writeFileSync(path, '{"firstName":"Flo"}');
  expect(await created('--input', `@${path}`)).toMatchObject({ name: 'Flo' });
  const piped = await kith.runWith(['contacts', 'create', '--json', '--input', '-'], '{"firstName":"Gus"}');
  expect(JSON.parse(piped.out)).toMatchObject({ name: 'Gus' });
  expect(await kith.run('contacts', 'create', '--input', '[1]')).toMatchObject({ code: 2 });
});

test('a file is written where it is wanted', async () => {
  const path = join(kith.home, 'contacts.csv');
  expect(await kith.run('export', 'contacts', '--output', path)).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(path, 'utf8')).toContain('Ana');
  expect((await kith.run('contacts', 'export')).out).toContain('First name');
});

test('a workspace and a key are made, and the key is printed alone', async () => {
  const workspace = (await kith.run('workspace', 'create', 'Borealis')).out.trim();
  expect(workspace).toMatch(/^ws_[0-9a-f]{32}$/);
  const key = await kith.run('key', 'create', '--name', 'Robot', '--role', 'admin', '--workspace', workspace);
  expect(key.out).toMatch(/^kith_[\w-]{43}\n$/);
  const inIt = await kith.run('users', 'list', '--workspace', 'Borealis', '--json');
  expect(JSON.parse(inIt.out).data).toHaveLength(1);
  expect((await kith.run('login-link', '--workspace', workspace)).out).toMatch(/^http\S+\/sign-in\?token=\S+\n$/);
});

test.each([
  [['contcts', 'list'], 2, "Did you mean 'contacts list'?"],
  [['contacts', 'lst'], 2, "Did you mean 'contacts list'?"],
  [['contacts', 'list', '--limt', '5'], 2, 'Did you mean --limit?'],
  [['key', 'create', '--name', 'N'], 2, '--role is missing'],
  [['key', 'create', '--name', 'N', '--role', 'emperor'], 1, 'must be one of admin, manager'],
  [['workspace', 'create'], 2, 'NAME is missing'],
  [['import'], 2, 'FILE is missing'],
  [['import', '/no/such/file.csv'], 2, 'There is no file'],
  [['start', '--port', '1'], 2, 'one word too many'],
  [['contacts', 'get', 'ct_00000000000070008000000000000000'], 3, 'There is no contact'],
  [['contacts', 'create', '--email', 'nobody@'], 1, 'e-mail'],
  [['contacts', 'list', '--workspace', 'Boralis'], 3, "Did you mean 'Borealis'?"],
  [['contacts', 'list', '--filter', '{"ctiy":{"eq":"x"}}'], 1, 'city'],
])('%j ends with %i and says what to do', async (words, code, note) => {
  const ran = await kith.run(...words);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.notes).toContain(note);
});

test('--json makes a refusal readable for programs as well', async () => {
  const { notes } = await kith.run('contacts', 'get', 'ct_1', '--json');
  expect(JSON.parse(notes)).toMatchObject({ status: 404, code: 'not_found' });
});

test('help lists everything by its module, and describes a command by the schema of its input', async () => {
  const { out, code } = await kith.run('--help');
  expect(code).toBe(0);
  for (const operation of contactsModule.operations ?? [])
    if (operation.route) expect(out).toContain(operation.summary);
  expect(out).toContain('Exit codes: 0 done');
  expect((await kith.run('contacts', 'create', '--help')).out).toContain('--email TEXT');
  expect((await kith.run('contacts', 'create', '--help')).out).toContain('The primary e-mail address.');
  expect((await kith.run('contacts')).out).toContain('kith contacts bulk-update');
  expect((await kith.run('help', 'import')).out).toContain('--dry-run');
  expect((await kith.run('--version')).out).toBe('1.2.3\n');
});

test('nobody else may open the socket', () => {
  expect(statSync(localSocketPath(kith.home)).mode & 0o777).toBe(0o600);
});
