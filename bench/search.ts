import '#domain/identity';
import '#domain/records/accounts';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { type DemoContact, generateAccounts, generateContacts } from '#domain/demo';
import { contact } from '#domain/records/contacts';
import { systemActor } from '#platform/actor';
import { systemClock } from '#platform/clock';
import { createVault } from '#platform/crypto';
import { insertRows, migrate, openDatabase, sql, startEmbedded } from '#platform/database';
import { openFileStore } from '#platform/files';
import { createIds } from '#platform/ids';
import { defineOperation, execute } from '#platform/operations';
import { listOperation } from '#platform/records';
import { indexRecords } from '#platform/search';

// How fast contacts are found as somebody types their names: in process, through the whole pipeline of `contacts.list`, without HTTP.
const contactCount = Number(process.argv[2] ?? 200_000);
const connections = 16;
const leastPerSecond = 360;
const mostP95Ms = 20;
const measuredMs = 10_000;

const home = mkdtempSync(join(tmpdir(), 'kith-bench-search-'));
const embedded = await startEmbedded({ home, say: () => undefined });
const database = openDatabase({ appUrl: embedded.appUrl, max: connections });
const ids = createIds(systemClock);
const vault = createVault({ masterKey: randomBytes(32) });
const ports = { clock: systemClock, ids, database, vault, files: openFileStore({ home, region: 'none' }) };
const workspaceId = ids.next();
const actor = systemActor(workspaceId);
const call = { actor, surface: 'bench', requestId: 'bench' };
const list = listOperation(contact);

const seed = defineOperation({
  name: 'bench.seed',
  summary: 'Adds contacts with what is searched of them, and says how many milliseconds the latter took.',
  kind: 'write',
  permission: 'contacts:write',
  input: z.custom<Record<string, unknown>[]>(),
  async run(context, rows) {
    await insertRows(context.tx, 'contacts', rows);
    const startedMs = performance.now();
    await indexRecords(
      context,
      contact,
      rows.map((row) => String(row.id)),
    );
    return performance.now() - startedMs;
  },
});

function rowOf(one: DemoContact): Record<string, unknown> {
  const { firstName, lastName, email, phone, title, city, country, createdAt } = one;
  const name = `${firstName} ${lastName}`;
  return {
    ...{ id: ids.next(), name, first_name: firstName, last_name: lastName, email, phone, title, city, country },
    created_at: createdAt,
  };
}

async function fill(): Promise<DemoContact[]> {
  const accounts = generateAccounts(3000, 1, new Date());
  const people = [...generateContacts(contactCount, accounts, 1)];
  let indexingMs = 0;
  for (let at = 0; at < people.length; at += 1000)
    indexingMs += (await execute(ports, seed, people.slice(at, at + 1000).map(rowOf), call)).output;
  console.log(`${Math.round((contactCount / indexingMs) * 1000).toLocaleString('en')} contacts/s are made searchable`);
  return people;
}

/** What somebody types who looks for one of the people: 2 to 8 letters of a name, or one name and the beginning of the other. */
function typedFor(people: readonly DemoContact[], turn: number): string {
  const { firstName, lastName } = people[(turn * 7919) % people.length] ?? { firstName: '', lastName: '' };
  const letters = 2 + (turn % 7);
  if (turn % 3 === 0) return firstName.slice(0, letters);
  return turn % 3 === 1 ? lastName.slice(0, letters) : `${firstName} ${lastName.slice(0, letters)}`;
}

async function measure(people: readonly DemoContact[], limit: number, sideBySide: number): Promise<void> {
  const tookMs: { ms: number; q: string }[] = [];
  let turn = 0;
  const endMs = performance.now() + measuredMs;
  const startedMs = performance.now();
  const one = async () => {
    while (performance.now() < endMs) {
      const q = typedFor(people, ++turn);
      const beganMs = performance.now();
      await execute(ports, list, { q, limit }, call);
      tookMs.push({ ms: performance.now() - beganMs, q });
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, one));
  const perSecond = Math.round((tookMs.length / (performance.now() - startedMs)) * 1000);
  tookMs.sort((a, b) => a.ms - b.ms);
  const p95 = tookMs[Math.floor(tookMs.length * 0.95)]?.ms ?? 0;
  const slow = tookMs.slice(-3).map(({ q, ms }) => `'${q}' ${ms.toFixed(0)} ms`);
  const goal =
    sideBySide === 1 ? `p95 ${p95.toFixed(1)} ms (limit ${mostP95Ms})` : `${perSecond} req/s (goal ${leastPerSecond})`;
  console.log(
    `search, pages of ${limit}, ${sideBySide} at once: ${goal}; p95 ${p95.toFixed(1)} ms; slowest ${slow.join(', ')}`,
  );
}

try {
  await migrate(embedded.ownerUrl);
  await database.system.first(sql`select kith.create_workspace(${workspaceId}, 'Bench')`);
  const people = await fill();
  for (const [limit, sideBySide] of [
    [60, 1],
    [60, connections],
    [20, connections],
  ] as const)
    await measure(people, limit, sideBySide);
} finally {
  await database.close();
  await embedded.stop();
  rmSync(home, { recursive: true, force: true });
}
