import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import {
  createAccount,
  createMany,
  deleteContact,
  duplicatesWorld,
  restoreContact,
  updateContact,
} from '../duplicates-world.fixture.ts';
import { dismissDuplicate } from '../operations/dismiss-duplicate.ts';

const world = await duplicatesWorld();
const { person, settle, suggested } = world;
const company = await world.run(createAccount, { name: 'Acme' });

test('an equal phone, an equal shared address, and an equal name in one company are suggested, whatever the spelling', async () => {
  const one = await person({
    firstName: 'José',
    lastName: 'Silva',
    phone: '+49 30 901820',
    email: 'info@a.example',
    accountId: company.id,
  });
  const two = await person({ firstName: 'JOSE', lastName: 'silva', phone: '+4930901820', accountId: company.id });
  const three = await person({ firstName: 'Bo', lastName: 'Berg', email: 'INFO@a.example' });
  await person({ firstName: 'José', lastName: 'Silva' });
  await settle();
  expect(await suggested(one.id)).toEqual([
    [one.id, two.id, ['nameAndCompany', 'phone']],
    [one.id, three.id, ['roleEmail']],
  ]);
  expect(await suggested()).toHaveLength(2);
});

test('what no longer holds is no longer suggested; a deleted contact is suggested to nobody until it is back', async () => {
  const one = await person({ firstName: 'Cy', phone: '+49 30 901821' });
  const two = await person({ firstName: 'Di', phone: '+49 30 901821' });
  await settle();
  expect(await suggested(one.id)).toHaveLength(1);
  await world.run(deleteContact, { id: two.id });
  await settle();
  expect(await suggested(one.id)).toEqual([]);
  await world.run(restoreContact, { id: two.id });
  await settle();
  expect(await suggested(one.id)).toHaveLength(1);
  await world.run(updateContact, { id: two.id, phone: '+49 30 901822' });
  await settle();
  expect(await suggested(one.id)).toEqual([]);
});

test('a pair that was kept apart stays so', async () => {
  const one = await person({ firstName: 'Eva', phone: '+49 30 901823' });
  const two = await person({ firstName: 'Flo', phone: '+49 30 901823' });
  await settle();
  await world.run(dismissDuplicate, { firstId: two.id, secondId: one.id });
  await world.run(updateContact, { id: one.id, lastName: 'Ek' });
  await settle();
  expect(await suggested(one.id)).toEqual([]);
});

test('a change that identifies nobody is not looked at', async () => {
  const one = await person({ firstName: 'Gus', phone: '+49 30 901824' });
  await person({ firstName: 'Hal', phone: '+49 30 901824' });
  await settle();
  const reader = world.database.reader(world.workspaceId);
  const rows = () => reader.rows(sql`select xmin::text from duplicate_keys order by record_id`);
  const before = await rows();
  await world.run(updateContact, { id: one.id, city: 'Oslo' });
  await settle();
  expect(await rows()).toEqual(before);
});

test('a number that very many have says nothing, and costs little', async () => {
  const count = 3000;
  for (let at = 0; at < count; at += 1000) {
    const sets = Array.from({ length: 1000 }, () => ({
      firstName: 'Same',
      lastName: 'Name',
      phone: '+4930901899',
      accountId: company.id.replace(/^ac_(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    }));
    await world.run(createMany, { sets });
  }
  const before = (await suggested()).length;
  const startMs = performance.now();
  await settle();
  expect(performance.now() - startMs).toBeLessThan(20_000);
  expect((await suggested()).length).toBe(before);
});

test('another workspace shares nothing', async () => {
  await world.run(createMany, { sets: [{ firstName: 'Far', phone: '+49 30 901830' }] }, { actor: world.stranger });
  const one = await person({ firstName: 'Near', phone: '+49 30 901830' });
  await settle();
  expect(await suggested(one.id)).toEqual([]);
});
