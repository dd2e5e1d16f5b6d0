import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { auditModule } from '#domain/audit';
import { AuditRecorder, headFile, Sealer } from '#platform/audit';
import { testWorld } from '#platform/testing';
import { commandLine } from '../fixtures/command-line.ts';

const world = await testWorld();
const { ports, database } = world;
const home = mkdtempSync(join(tmpdir(), 'kith-audit-cli-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const recorder = new AuditRecorder({ database, clock: ports.clock, ids: ports.ids });
ports.audit = { recorder, heads: headFile(join(home, 'heads.jsonl')) };
const kith = await commandLine(world, auditModule.operations ?? []);
const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
await owner.connect();
afterAll(() => owner.end());

test('it says for each workspace that its log is intact, and when not, which entry and by its exit code', async () => {
  for (let index = 0; index < 3; index += 1) {
    recorder.note(
      { actor: world.admin, surface: 'test', requestId: 'r' },
      { kind: 'read', operation: 'things.read', outcome: 'done' },
    );
  }
  await new Sealer({
    ports,
    ...ports.audit,
    heads: headFile(join(home, 'heads.jsonl')),
    recorder,
    onError: (error) => expect.unreachable(String(error)),
  }).stop();
  const before = await kith.run('audit', 'verify');
  expect(before).toMatchObject({ code: 0, out: expect.stringMatching(/Acme: intact, entries 1 to 3.*1 head /) });
  expect(before.out).toContain('Other: no entries yet');
  await owner.query('delete from audit_entries where seq >= 3');
  const after = await kith.run('audit', 'verify');
  expect(after).toMatchObject({ code: 1, out: expect.stringContaining('The chain ends with entry 2') });
  expect(await kith.run('audit', 'verify', '--workspace', 'Other')).toMatchObject({ code: 0 });
  const told = JSON.parse((await kith.run('audit', 'verify', '--workspace', 'Acme', '--json')).out);
  expect(told).toMatchObject({ intact: false, findings: [{ what: 'cut_off', seq: 2 }] });
});
