import { expect, test } from 'vitest';
import { currencyRate } from '#domain/records/currencies';
import { systemActor } from '#platform/actor';
import { createOperation, updateOperation } from '#platform/records';
import { dealsWorld } from '../deals-world.fixture.ts';
import { refreshOnChange } from '../handlers/refresh-deals.ts';
import { refreshDeals } from '../jobs/refresh-deals.ts';
import { getDeal } from './get-deal.ts';
import { refreshChunk } from './refresh-chunk.ts';

const world = await dealsWorld();
const { run, make } = world;
const rate = (values: object) => run(createOperation(currencyRate), { currency: 'EUR', ...values } as never);
const worth = async (id: string) => (await run(getDeal, { id })).baseAmount;
const refresh = () =>
  refreshDeals.run(
    {
      ports: world.ports,
      workspaceId: world.workspaceId,
      actor: systemActor(world.workspaceId),
      signal: new AbortController().signal,
      jobId: '1',
      attempt: 1,
    },
    {},
  );

test('a deal without a rate is not valued until one comes, and is then, without a new version', async () => {
  const { id, baseAmount } = await make({ amount: '100', currency: 'EUR', closeDate: '2026-03-01' });
  expect(baseAmount).toBeNull();
  await rate({ date: '2026-01-01', rate: '1.1' });
  await refresh();
  expect(await run(getDeal, { id })).toMatchObject({ baseAmount: '110.00', version: 1 });
  const corrected = await rate({ date: '2026-02-01', rate: '1.2' });
  await run(updateOperation(currencyRate), { id: corrected.id, rate: '1.3' } as never);
  await refresh();
  expect(await worth(id)).toBe('130.00');
});

test('a new deal takes the rate of the day on which it closes, or the latest before it', async () => {
  expect(await make({ amount: '10', currency: 'EUR', closeDate: '2026-01-15' })).toMatchObject({ baseAmount: '11.00' });
  expect(await make({ amount: '10', currency: 'EUR', closeDate: '2030-01-15' })).toMatchObject({ baseAmount: '13.00' });
  expect(await make({ amount: '10', currency: 'EUR', closeDate: '2025-01-15' })).toMatchObject({ baseAmount: null });
});

test('nothing is written where nothing has moved', async () => {
  expect(await run(refreshChunk, {})).toEqual({ next: undefined, changed: 0 });
});

test('a rate has the deals looked at again; it takes the permission, and other workspaces keep theirs', async () => {
  expect(refreshOnChange.on).toEqual(
    expect.arrayContaining(['crm.currency_rate.created', 'identity.settings.updated']),
  );
  await expect(run(refreshChunk, {}, { actor: world.actorWith('deals:read') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(refreshChunk, { after: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await run(refreshChunk, {}, { actor: world.stranger })).toEqual({ next: undefined, changed: 0 });
});
