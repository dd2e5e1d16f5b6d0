import { expect, test } from 'vitest';
import { publicId } from '#platform/ids';
import { refusalsIn } from '#platform/testing';
import { auditWorld, doThing } from '../audit-world.fixture.ts';
import { eraseAudit } from './erase-audit.ts';
import { listAudit } from './list-audit.ts';
import { verifyAudit } from './verify-audit.ts';

const world = await auditWorld();
const rita = world.actorWith('things:write');
await world.run(doThing, {}, { actor: rita, address: '192.0.2.9' });
await world.run(doThing, {});
await world.seal();

test('who somebody was is gone, what they did is not, and the chain still holds', async () => {
  expect(await world.run(eraseAudit, { actor: publicId('us', rita.id) })).toEqual({ entries: 1 });
  await world.seal();
  const { data } = await world.run(listAudit, { actor: publicId('us', rita.id) });
  expect(data).toEqual([
    expect.objectContaining({
      operation: 'things.do',
      erased: true,
      address: null,
      actor: expect.objectContaining({ name: null }),
    }),
  ]);
  expect(JSON.stringify((await world.run(listAudit, {})).data)).not.toMatch(/Rita|192\.0\.2\.9/);
  expect(await world.run(verifyAudit, {})).toMatchObject({ intact: true, findings: [] });
  expect(await world.eventTypes()).toContain('audit.names.erased');
});

test('somebody who is not named is no mistake', async () => {
  expect(await world.run(eraseAudit, { actor: publicId('us', world.ports.ids.next()) })).toEqual({ entries: 0 });
});

test('it is refused without the permission, and another workspace erases nothing', async () => {
  const input = { actor: publicId('us', world.admin.id) };
  await refusalsIn(world)(eraseAudit, input, 'strange');
  expect(await world.run(eraseAudit, input, { actor: world.stranger })).toEqual({ entries: 0 });
});
