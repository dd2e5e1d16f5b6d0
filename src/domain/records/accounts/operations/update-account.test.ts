import { expect, test } from 'vitest';
import { accountsWorld } from '../accounts-world.fixture.ts';
import { updateAccount } from './update-account.ts';

const world = await accountsWorld();
const { run, make, refuses } = world;

test('only what is given changes, and that is told', async () => {
  const { id } = await make({ industry: 'Steel' });
  expect(await run(updateAccount, { id, employeeCount: 5 } as never)).toMatchObject({
    industry: 'Steel',
    employeeCount: 5,
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.account.updated');
});

test('no account stands above itself, neither over others nor by two changes at once', async () => {
  const [a, b, c] = [await make(), await make(), await make()];
  const under = (one: { id: string }, parent: { id: string }) =>
    run(updateAccount, { id: one.id, parentAccountId: parent.id } as never);
  await under(b, a);
  await under(c, b);
  for (const parent of [a, b, c]) await expect(under(a, parent)).rejects.toMatchObject({ code: 'conflict' });
  const [d, e] = [await make(), await make()];
  const both = await Promise.allSettled([under(d, e), under(e, d)]);
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a stale version, a missing permission, wrong input and another workspace are refused', async () => {
  const { id } = await make();
  await expect(run(updateAccount, { id, name: 'B' } as never, { expectedVersion: 4 })).rejects.toMatchObject({
    code: 'version_changed',
  });
  await expect(run(updateAccount, { id, name: null } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updateAccount, { id, industry: 'x' });
});
