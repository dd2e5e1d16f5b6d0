import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { getAccount } from './get-account.ts';
import { updateAccount } from './update-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('one account comes with all of its fields, or those that are asked for', async () => {
  const made = await make({ industry: 'x' });
  expect(await run(getAccount, { id: made.id })).toEqual(made);
  expect(await run(getAccount, { id: made.id.slice(3) })).toEqual(made);
  expect(await run(getAccount, { id: made.id, fields: 'industry' })).toEqual({
    id: made.id,
    industry: 'x',
    version: 1,
  });
  await expect(run(getAccount, { id: made.id, fields: 'industryx' })).rejects.toMatchObject({ code: 'unknown_field' });
});

test('a moment before a change shows what was then', async () => {
  const { id, createdAt } = await make({ industry: 'then' });
  await new Promise((resolve) => setTimeout(resolve, 3));
  await run(updateAccount, { id, industry: 'now' } as never);
  expect(await run(getAccount, { id, asOf: new Date(createdAt).toISOString() })).toMatchObject({
    industry: 'then',
    version: 1,
  });
  await expect(run(getAccount, { id, asOf: 'yesterday' })).rejects.toMatchObject({ code: 'validation_failed' });
});

test('it is refused without the permission and to another workspace', async () => {
  await refuses(getAccount, { id: (await make()).id });
});
