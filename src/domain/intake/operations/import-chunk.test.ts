import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { testWorld } from '#platform/testing';
import { all, asOwner, call, imported } from '../import-fixture.ts';
import { importChunk } from './import-chunk.ts';

const world = await testWorld();
const byEmail = async (email: string) => (await all(world, 'contacts', { email: { eq: email } }))[0];

test('columns that no field takes are kept with the new record, or with the row of one that was there', async () => {
  await imported(world, 'First name,Email,Shoe size\nAna,ana@example.com,40\n');
  await imported(world, 'First name,Email,Shoe size\nAna,ana@example.com,41\n');
  const reader = world.database.reader(world.workspaceId);
  expect(await reader.first(sql`select unmapped from contacts where email = 'ana@example.com'`)).toEqual({
    unmapped: { 'Shoe size': '40' },
  });
  expect(await reader.first(sql`select unmapped from import_leftovers`)).toEqual({ unmapped: { 'Shoe size': '41' } });
});

test('an owner is found by address or name; one that nobody knows is marked and kept', async () => {
  await asOwner(
    world,
    `insert into users (workspace_id, id, email, name, role) values ('${world.workspaceId}', '${world.ports.ids.next()}', 'olga@example.com', 'Olga Owner', 'rep')`,
  );
  const file = 'First name,Email,Account manager\nBo,bo@x.example,OLGA owner\nCy,cy@x.example,Nobody Known\n';
  const one = await imported(world, file, { mapping: { 'Account manager': 'ownerId' } });
  expect(one).toMatchObject({ created: 2, marked: 1 });
  expect(await byEmail('bo@x.example')).toMatchObject({ owner: { name: 'Olga Owner' } });
  expect(await byEmail('cy@x.example')).toMatchObject({ ownerId: null });
});

test('first scores are made by the model of the workspace', async () => {
  await call(world, 'scoring.model.update', { weights: { firmographic: 100, behavioral: 0, intent: 0 } });
  await imported(world, 'First name,Email,Title\nZoe,zoe@example.com,CEO\n');
  expect(await byEmail('zoe@example.com')).toMatchObject({ leadScore: 30, scoreTier: 'COLD', scoreGrade: 'D' });
});

test('custom fields are mapped by hand and by their label, and can be filtered', async () => {
  await call(world, 'fields.create', { object: 'contact', name: 'region', label: 'Sales region', type: 'text' });
  const file = 'First name,Email,Sales region,R2\nDi,di@example.com,EMEA,x\n';
  const one = await imported(world, file, { mapping: { R2: 'custom.region', 'Sales region': null } });
  expect(one.mapping).toMatchObject({ R2: 'custom.region', 'Sales region': null });
  expect(await all(world, 'contacts', { 'custom.region': { eq: 'x' } })).toHaveLength(1);
  await imported(world, file);
  expect(await byEmail('di@example.com')).toMatchObject({ customFields: { region: 'EMEA' } });
});

test('consent without a date gets the date of the import, once', async () => {
  const file =
    'First name,Email,Consent,Consent date\nEd,ed@example.com,yes,\nFlo,flo@example.com,yes,2020-02-03\nGus,gus@example.com,no,\n';
  const one = await imported(world, file);
  const ed = await byEmail('ed@example.com');
  expect(ed.gdprConsent).toBe(true);
  expect(new Date(ed.gdprConsentDate).toISOString()).toBe(one.createdAt);
  expect((await byEmail('flo@example.com')).gdprConsentDate).toMatch(/^2020-02-03/);
  expect(await byEmail('gus@example.com')).toMatchObject({ gdprConsent: false, gdprConsentDate: null });
  expect(await imported(world, file)).toMatchObject({ updated: 0, skipped: 3 });
  expect(await byEmail('ed@example.com')).toMatchObject({ gdprConsentDate: ed.gdprConsentDate, version: 1 });
});

test('tags add up, and those of the import go to everybody in the file', async () => {
  await imported(world, 'First name,Email,Tags\nHal,hal@example.com,vip\n', { tags: ['fair'] });
  await imported(world, 'First name,Email,Tags\nHal,hal@example.com,new\nIda,ida@example.com,\n', {
    tags: ['fair', 'may'],
  });
  expect((await byEmail('hal@example.com')).tags).toEqual(['vip', 'fair', 'new', 'may']);
  expect((await byEmail('ida@example.com')).tags).toEqual(['fair', 'may']);
});

test('every address of a row leads to the same person, within a chunk and with what was there', async () => {
  await imported(world, 'First name,Email,Email 2\nJo,jo@example.com,jo@home.example\n', {
    mapping: { 'Email 2': 'email' },
  });
  expect(await imported(world, 'First name,Email\nJo,jo@home.example\n')).toMatchObject({ created: 0, updated: 1 });
  const file = 'First name,Email\nKim,"kim@a.example; kim@b.example"\nKim,kim@b.example\n';
  expect(await imported(world, file)).toMatchObject({ created: 1, merged: 1 });
});

test('a company of a row that is left alone is not made', async () => {
  await imported(world, 'First name,Email\nLea,lea@example.com\n');
  const file = 'First name,Email,Company\nLea,lea@example.com,Left Alone Ltd\nMax,max@example.com,Taken Ltd\n';
  expect(await imported(world, file, { mode: 'createOnly' })).toMatchObject({
    created: 1,
    skipped: 1,
    accountsCreated: 1,
  });
  expect(
    await imported(world, 'First name,Email,Company\nNew,n@example.com,Nowhere Ltd\n', { mode: 'updateOnly' }),
  ).toMatchObject({
    skipped: 1,
    accountsCreated: 0,
  });
});

test('a row with a value that cannot be kept is rejected with the reason, and costs no other row', async () => {
  const rows = Array.from({ length: 9 }, (_, index) => `P${index},p${index}@bad.example,c${index}`);
  rows[4] = `P4,"""a b""@bad.example",c4`;
  const one = await imported(world, `First name,Email,City\n${rows.join('\n')}\n`);
  expect(one.created + one.rejected).toBe(9);
  expect(one.created).toBeGreaterThanOrEqual(8);
});

test('an account with several numbers keeps the others with the row', async () => {
  await imported(world, 'Company,Phone,Phone 2\nNumbers Ltd,+49 30 901820,+49 30 901821\n', {
    object: 'accounts',
    mapping: { 'Phone 2': 'phone' },
  });
  const found = await world.database
    .reader(world.workspaceId)
    .first(sql`select phone, unmapped from accounts where name = 'Numbers Ltd'`);
  expect(found).toEqual({ phone: '+4930901820', unmapped: { 'Phone 2': '+4930901821' } });
});

test('accounts are recognised by name or domain, and the same file again changes nothing', async () => {
  const file = 'Company,Website,Domain,Country,Phone\nSame Co,HTTP://www.Same.com/,WWW.same.com,Germany,030 901820\n';
  expect(await imported(world, file, { object: 'accounts' })).toMatchObject({ created: 1 });
  expect(await imported(world, file, { object: 'accounts' })).toMatchObject({ skipped: 1, updated: 0 });
  const other = 'Company,Website\nSame Company,https://same.com\n';
  expect(await imported(world, other, { object: 'accounts', matchKey: 'domain' })).toMatchObject({ updated: 1 });
});

test('it takes permission, and an import that is there', async () => {
  const chunk = { importId: world.ports.ids.next() } as never;
  const actor = world.actorWith('imports:read');
  await expect(world.run(importChunk, chunk, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(importChunk, chunk)).rejects.toMatchObject({ code: 'not_found' });
});
