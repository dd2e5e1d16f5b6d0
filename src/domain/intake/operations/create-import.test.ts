import { expect, test } from 'vitest';
import { accountsModule } from '#domain/records/accounts';
import { contactsModule } from '#domain/records/contacts';
import { operationCatalogue } from '#platform/operations';
import { testWorld } from '#platform/testing';
import { imported, sharedFile, uploaded } from '../import-fixture.ts';
import { createImport } from './create-import.ts';

const world = await testWorld();
const catalogue = operationCatalogue([contactsModule, accountsModule]);
const list = async (name: string, input: object) => world.run(catalogue.get(name) as never, input as never);

test('rows become contacts, once each, with their company', async () => {
  const one = await imported(
    world,
    'Name,E-mail,Company\nAna Silva,ANA@Example.com,Acme Inc.\nBo Berg,bo@example.com,ACME\nAna M. Silva,ana@example.com,\n',
  );
  expect(one).toMatchObject({
    status: 'done',
    rows: 3,
    created: 2,
    merged: 1,
    rejected: 0,
    progress: 1,
    accountsCreated: 1,
  });
  const { data } = await list('contacts.list', { filter: { email: { eq: 'ana@example.com' } } });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({ lastName: 'Silva', account: { name: 'Acme Inc.' } });
});

test('the same file again changes nothing', async () => {
  const file = 'First name,Last name,Email\nCy,Dorn,cy@example.com\nDi,Ek,di@example.com\n';
  expect(await imported(world, file)).toMatchObject({ created: 2 });
  expect(await imported(world, file)).toMatchObject({ created: 0, updated: 0, skipped: 2 });
});

test('what is new in a row updates who is there; an empty cell erases nothing', async () => {
  await imported(world, 'First name,Email,Title\nEva,eva@example.com,CTO\n');
  expect(await imported(world, 'First name,Email,Title,City\nEva,eva@example.com,,Oslo\n')).toMatchObject({
    updated: 1,
  });
  const { data } = await list('contacts.list', { filter: { email: { eq: 'eva@example.com' } } });
  expect(data[0]).toMatchObject({ title: 'CTO', city: 'Oslo', version: 2 });
});

test('a row that only brings a second address or number of somebody known is an update, once', async () => {
  await imported(world, 'First name,Email,Phone\nHal,hal@example.com,+49 30 901820\n');
  const file = 'First name,Email,Phone\nHal,"hal@example.com; hal.two@example.com","+49 30 901820, +49 30 901821"\n';
  expect(await imported(world, file, { dryRun: true })).toMatchObject({ updated: 1, skipped: 0 });
  expect(await imported(world, file)).toMatchObject({ updated: 1, skipped: 0 });
  const byOther = { filter: { email: { eq: 'hal.two@example.com' } } };
  const { data } = await list('contacts.list', byOther);
  const others = { otherEmails: ['hal.two@example.com'], otherPhones: ['+4930901821'] };
  expect(data).toMatchObject([{ email: 'hal@example.com', phone: '+4930901820', ...others }]);
  expect(await imported(world, file)).toMatchObject({ updated: 0, skipped: 1 });
  await list('contacts.update', { id: data[0].id, otherEmails: [], otherPhones: [] });
  expect(await list('contacts.list', byOther)).toMatchObject({ data: [] });
});

test('an address that takes the place of another leaves that one beside it', async () => {
  await imported(world, 'First name,Email\nIda,ida@old.example.com\n');
  await imported(world, 'First name,Email\nIda,"ida@new.example.com; ida@old.example.com"\n');
  const { data } = await list('contacts.list', { filter: { email: { eq: 'ida@old.example.com' } } });
  expect(data).toMatchObject([{ email: 'ida@new.example.com', otherEmails: ['ida@old.example.com'] }]);
});

test('a dry run says what the import then does, and writes nothing', async () => {
  const file = 'First name,Email\nFay,fay@example.com\nFay,fay@example.com\n,\nGus,gus@example.com\n,not-a-mail\n';
  const dry = await imported(world, file, { dryRun: true });
  expect(await list('contacts.list', { filter: { email: { eq: 'fay@example.com' } } })).toMatchObject({ data: [] });
  const real = await imported(world, file);
  const counts = ({ rows, created, updated, merged, skipped, rejected }: Record<string, number>) => ({
    rows,
    created,
    updated,
    merged,
    skipped,
    rejected,
  });
  expect(counts(real)).toEqual(counts(dry));
  expect(real.created + real.updated + real.merged + real.skipped + real.rejected).toBe(real.rows);
});

test('a bad mapping, an unknown object and no file are refused with what to do', async () => {
  const file = await uploaded(world, 'A,B\n1,2\n');
  await expect(world.run(createImport, { file, mapping: { A: 'frstName' } })).rejects.toThrow(/firstName/);
  await expect(world.run(createImport, { file, object: 'planets' })).rejects.toThrow(/contacts/);
  await expect(world.run(createImport, {})).rejects.toThrow(/file/);
  await expect(world.run(createImport, { file }, { actor: world.actorWith('contacts:read') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
});

const accounts = await sharedFile('deals/accounts.csv');
test.runIf(accounts)('the accounts of the deals data come in whole, with their parents', async () => {
  const one = await imported(world, accounts as Buffer, { object: 'accounts' });
  expect(one).toMatchObject({ status: 'done', rows: 85, rejected: 0 });
  expect(one.created + one.updated).toBe(85);
  const children = await list('accounts.list', { filter: { parentAccountId: { empty: false } }, limit: 200 });
  expect(children.data.length).toBeGreaterThan(5);
  expect(children.data.every((child: { parentAccount: { name: string } }) => child.parentAccount.name)).toBe(true);
});

const people = await sharedFile('persons/fake_1000.csv');
test.runIf(people)('a thousand people with typos come in, each e-mail once', async () => {
  const one = await imported(world, people as Buffer);
  // Seven rows say nothing of who it is; two have only an e-mail address that is none.
  expect(one).toMatchObject({ status: 'done', rows: 1000, rejected: 9 });
  expect(one.created + one.merged + one.rejected).toBe(1000);
});
