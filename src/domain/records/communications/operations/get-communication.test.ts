import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { getCommunication } from './get-communication.ts';

const { run, mail, refuses } = await communicationsWorld();

test('one communication comes with all of its fields, and as it was before a change', async () => {
  const made = await mail({ bodyText: 'Hi', bccAddresses: ['a@b.example'] });
  expect(await run(getCommunication, { id: made.id })).toEqual(made);
  expect(made).toMatchObject({ bodyText: 'Hi', bccAddresses: ['a@b.example'], contact: { name: 'Ana' } });
});

test('it is refused without the permission and to another workspace', async () => {
  await refuses(getCommunication, { id: (await mail()).id });
});
