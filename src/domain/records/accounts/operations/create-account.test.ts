import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { createAccount } from './create-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('an account is made with its domain and an orderly name, and that is told', async () => {
  const made = await run(createAccount, {
    name: '  Ada   GmbH ',
    website: 'WWW.Ada.example/x',
    billingCountry: 'Germany',
    tags: ['a'],
  } as never);
  expect(made).toMatchObject({ id: expect.stringMatching(/^ac_/), name: 'Ada GmbH', billingCountry: 'DE', version: 1 });
  expect(await world.eventTypes()).toEqual(['crm.account.created']);
  const below = await run(createAccount, { name: 'Ada Berlin', parentAccountId: made.id } as never);
  expect(below).toMatchObject({ parentAccount: { id: made.id, name: 'Ada GmbH' } });
});

test('mistakes are refused', async () => {
  const wrong = [
    {},
    { name: '' },
    { name: ' ' },
    { name: 'x'.repeat(501) },
    { name: 'A', employeeCount: -1 },
    { name: 'A', website: 'not a link' },
    { name: 'A', parentAccountId: 'ac_00000000000000000000000000000000' },
    { name: 'A', website: `https://a.example/${'ü'.repeat(470)}` },
  ];
  for (const input of wrong)
    await expect(run(createAccount, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(createAccount, { name: 'A' }, 'strange');
});

test('an account of another workspace is no parent here', async () => {
  const { id } = await make();
  await expect(
    run(createAccount, { name: 'B', parentAccountId: id } as never, { actor: world.stranger }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
});
