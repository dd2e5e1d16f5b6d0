import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { deal } from '#domain/records/deals';
import { sql } from '#platform/database';
import { defineHandler } from '#platform/events';
import { createOperation, updateOperation } from '#platform/records';
import { thresholdsWorld } from '../thresholds-world.fixture.ts';
import { lookAtThresholds } from './look-at-thresholds.ts';

let now = new Date('2026-11-29T10:01:00.000Z');
const world = await thresholdsWorld(() => now);
const { run, pipelineId } = world;
const hears = defineHandler({
  name: 'test.hears',
  summary: 'Hears.',
  on: ['crm.deal.created'],
  run: async () => undefined,
});
const updateDeal = updateOperation(deal);

test('a figure of a pipeline that crosses its line is told of once, and once more when it came back', async () => {
  await world.draw({ name: 'Too much', measure: 'open_amount', pipelineId, limit: 150 });
  const first = await world.deal({ amount: '100' });
  expect(await world.look()).toEqual([]);
  await world.deal({ amount: '100' });
  const [told, ...others] = await world.look();
  expect(told).toMatchObject({ what: 'exceeded', data: { name: 'Too much', value: 200, limit: 150, pipelineId } });
  expect(others).toEqual([]);
  expect(await world.look()).toEqual([]);
  await run(createOperation(contact), { firstName: 'Ana' });
  await world.deal({ amount: '100', pipelineId });
  expect(await world.look()).toEqual([]);
  const [drawn] = await world.draw({ name: 'Too much', measure: 'open_amount', pipelineId, limit: 1000 });
  expect(await world.look()).toEqual([]);
  await world.draw({ ...idle(drawn), limit: 299 });
  expect(await world.look()).toMatchObject([{ what: 'exceeded' }]);
  await world.draw({ ...idle(drawn), limit: 299, name: 'Still too much' });
  await run(updateDeal, { id: first.id, amount: '1' });
  expect(await world.look()).toMatchObject([{ what: 'recovered', data: { value: 201, name: 'Still too much' } }]);
});

test('handlers that are behind are told of, the worst or one', async () => {
  await world.draw(
    { name: 'Behind', measure: 'handler_lag_seconds', limit: 30 },
    { name: 'Many', measure: 'handler_behind', handler: hears.name, limit: 1 },
    { name: 'Put aside', measure: 'failed_events', limit: 0 },
  );
  now = new Date('2026-11-29T10:02:00.000Z');
  expect((await world.look()).map(({ data }) => data.name)).toEqual(['Behind', 'Many']);
  await world.handle(hears);
  expect((await world.look()).map(({ what, data }) => `${data.name} ${what}`)).toContain('Many recovered');
});

test('of a pipeline without closed deals nothing is said', async () => {
  await world.draw({ name: 'Loses', measure: 'win_rate', pipelineId, side: 'below', limit: 0.5 });
  expect(await world.look()).toEqual([]);
});

test('figures are looked at again in five minutes while there are lines', async () => {
  const times = async () => {
    const rows = await world.database.system.rows<{ run_at: Date }>(
      sql`select run_at from graphile_worker.jobs where task_identifier = 'thresholds.look' and key like '%:05:00%'`,
    );
    return rows.map((row) => row.run_at.toISOString());
  };
  expect(await times()).toEqual(['2026-11-29T10:05:00.000Z']);
});

test('it is refused without the permission and with input that it does not know, and looks at nothing of others', async () => {
  const actor = world.actorWith('thresholds:read');
  await expect(run(lookAtThresholds, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(lookAtThresholds, { all: true } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await run(lookAtThresholds, {}, { actor: world.stranger })).toEqual({ looked: 0, exceeded: 0 });
});

function idle(drawn: { id: string }) {
  return { id: drawn.id, name: 'Too much', measure: 'open_amount', pipelineId };
}
