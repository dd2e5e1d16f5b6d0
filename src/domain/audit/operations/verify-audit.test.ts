import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { auditWorld, doThing } from '../audit-world.fixture.ts';
import { verifyAudit } from './verify-audit.ts';

const world = await auditWorld();
const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
await owner.connect();
afterAll(() => owner.end());
for (let index = 0; index < 4; index += 1) await world.run(doThing, {});
await world.seal();

test('an untouched log is intact; after a change by the owner of the database the entry is named', async () => {
  expect(await world.run(verifyAudit, {})).toMatchObject({ intact: true, entries: 4, from: 1, to: 4, heads: 1 });
  await owner.query(`update audit_entries set operation = 'things.undone' where seq = 2`);
  const found = await world.run(verifyAudit, {});
  expect(verifyAudit.output?.parse(found)).toEqual(found);
  expect(found).toMatchObject({ intact: false, findings: [{ seq: 2, what: 'changed' }] });
});

test('it is refused without the permission, and another workspace has a chain of its own', async () => {
  await refusalsIn(world)(verifyAudit, {}, 'strange');
  expect(await world.run(verifyAudit, {}, { actor: world.stranger })).toMatchObject({ intact: true, entries: 0 });
});
