import { expect, test } from 'vitest';
import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import { createOperation } from '#platform/records';
import { searchHandler } from '#platform/search';
import { activitiesWorld } from '../activities-world.fixture.ts';
import { quickLog } from './quick-log.ts';

const world = await activitiesWorld();
const make = (firstName: string, lastName: string) =>
  world.run(createOperation(contact), { firstName, lastName, accountId: world.company.id });
const lopez = await make('Cleo', 'López');
const meyer = await make('Cleo', 'Meyer');
await world.run(createOperation(account), { name: 'Zeta Works' });
await world.handle(searchHandler());

test('one line is a whole activity', async () => {
  const logged = await world.run(quickLog, { text: 'called Ana 10m, wants pricing' });
  expect(logged).toMatchObject({
    type: 'call',
    status: 'done',
    contactId: world.person.id,
    accountId: world.company.id,
    durationMinutes: 10,
    subject: 'Wants pricing',
  });
  expect(await world.eventTypes()).toEqual(expect.arrayContaining(['crm.activity.created', 'crm.call.logged']));
});

test('a name that several have is asked back with all of them, and answered by "on"', async () => {
  const text = 'met Cleo 1h yesterday';
  const refused = await world.run(quickLog, { text }).catch((error) => error);
  expect(refused).toMatchObject({ code: 'name_ambiguous', status: 422 });
  expect(refused.mistakes.map((one: { message: string }) => one.message).sort()).toEqual(
    [`${lopez.id} Cleo López, Ada GmbH`, `${meyer.id} Cleo Meyer, Ada GmbH`].sort(),
  );
  const logged = await world.run(quickLog, { text, on: meyer.id });
  expect(logged).toMatchObject({ type: 'meeting', contactId: meyer.id, durationMinutes: 60 });
  expect(Date.now() - Date.parse(logged.occurredAt)).toBeGreaterThan(86_000_000);
  expect((await world.run(quickLog, { text: 'called cleo lopez' })).contactId).toBe(lopez.id);
});

test('a company is found by its name too', async () => {
  expect(await world.run(quickLog, { text: 'visited Zeta Works, signed' })).toMatchObject({
    contactId: null,
    subject: 'Signed',
  });
});

test('a line that names nobody, or somebody who is elsewhere, is refused', async () => {
  for (const text of ['just a thought', 'called Nobody Atall', 'called Eve'])
    await expect(world.run(quickLog, { text })).rejects.toMatchObject({ code: 'name_unknown' });
  await expect(world.run(quickLog, { text: 'called Ana' }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'name_unknown',
  });
});

test('mistakes and missing permissions are refused', async () => {
  for (const wrong of [{ text: '' }, { text: 'x'.repeat(1001) }, { text: 'a\u0000b' }, { text: 'hi', on: 'xx_1' }])
    await expect(world.run(quickLog, wrong)).rejects.toMatchObject({ code: 'validation_failed' });
  for (const permission of ['contacts:read', 'activities:write']) {
    const actor = world.actorWith(permission);
    await expect(world.run(quickLog, { text: 'called Ana' }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  }
});
