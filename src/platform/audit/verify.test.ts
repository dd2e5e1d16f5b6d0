import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { auditWorld, noteThing, readThing } from './audit-world.fixture.ts';
import { beginningOf, entryHash, personalDigest } from './digest.ts';
import type { Entry } from './entry.ts';
import { type Chain, chainEntries, sealBatch } from './seal.ts';
import { type Tamper, tamperings } from './tamper.fixture.ts';
import { entriesOf } from './verify.ts';

const world = await auditWorld();

async function happen(times: number): Promise<void> {
  const rep = world.actorWith('nothing:at-all');
  for (let index = 0; index < times; index += 1) {
    await world.run(noteThing, { id: world.ports.ids.next() }, { address: `192.0.2.${index % 250}` });
    if (index % 3 === 0) await world.run(readThing, {}, { actor: rep }).catch(() => undefined);
    if (index % 7 === 0) await world.seal();
  }
  await world.seal();
}

await happen(60);

/** How many tampers are tried: some in every run, all of them by `npm run soak`. */
const rounds = Number(process.env.SOAK_TAMPERS ?? 300);

test('a chain that nobody has touched is intact, and every head outside of the database agrees', async () => {
  expect(await world.verify()).toMatchObject({ intact: true, findings: [], from: 1, heads: expect.any(Number) });
});

test(`${rounds} tampers by the owner of the database are all found, and the entry is named`, async () => {
  const missed: Tamper[] = [];
  const count = (await world.entries()).length;
  for (const tamper of tamperings(rounds, count, world.workspaceId)) {
    const found = await whileTampered(tamper);
    if (!found) missed.push(tamper);
  }
  expect(missed).toEqual([]);
  expect((await world.verify()).intact).toBe(true);
}, 3_600_000);

/** Verifies inside the transaction of the tamperer, which is then rolled back. Answers whether it was found at that entry. */
async function whileTampered(tamper: Tamper): Promise<boolean> {
  await world.owner.query('begin');
  try {
    await world.owner.query(`select set_config('app.workspace_id', $1, true)`, [world.workspaceId]);
    for (const statement of tamper.sql) await world.owner.query(statement);
    if (tamper.rehashedFrom !== undefined) await rehash(tamper.rehashedFrom);
    const { intact, findings } = await world.verifyAsOwner();
    return !intact && findings.some(({ seq }) => tamper.seqs.includes(seq));
  } finally {
    await world.owner.query('rollback');
  }
}

/** As somebody would who knows how the chain is made: from an entry on all hashes are right again, and the chain's end with them. */
async function rehash(from: number): Promise<void> {
  let before: Buffer | undefined;
  for await (const entry of entriesOf(world.ownersSql)) {
    if (entry.seq >= from) {
      entry.hash = entryHash(before ?? beginningOf(world.workspaceId), entry);
      await world.owner.query('update audit_entries set hash = $1 where seq = $2', [entry.hash, entry.seq]);
    }
    before = entry.hash;
  }
  await world.owner.query('update audit_chains set hash = $1 where workspace_id = $2', [before, world.workspaceId]);
}

/** Bugs that somebody could have put into the sealer. */
const bugs: Record<string, Chain> = {
  'an entry is left out': (id, end, entries) => chainEntries(id, end, entries.slice(1)),
  'the hash does not stand on the one before': (id, end, entries) =>
    rechained(id, end, entries, (_before, entry) => entryHash(beginningOf(id), entry)),
  'the records are left out of the hash': (id, end, entries) =>
    rechained(id, end, entries, (before, entry) => entryHash(before, { ...entry, recordIds: [] })),
  'a number is given twice': (id, end, entries) => chainEntries(id, { ...end, seq: end.seq - 1 }, entries),
  'names are digested without their salt': (id, end, entries) =>
    rechained(id, end, entries, entryHash, (text) => personalDigest(text, Buffer.alloc(16))),
};

function rechained(
  id: string,
  end: Parameters<Chain>[1],
  entries: readonly Entry[],
  hash: typeof entryHash,
  digest?: (personal: string) => Buffer,
): ReturnType<Chain> {
  let before = end.hash;
  return chainEntries(id, end, entries).map((entry) => {
    const own = digest && entry.personal ? { ...entry, personalDigest: digest(entry.personal) } : entry;
    before = hash(before, own);
    return { ...own, hash: before };
  });
}

test.each(Object.keys(bugs))('a bug in the sealer is found: %s', async (bug) => {
  const buggy = await auditWorld();
  // A transaction of another test holds entries back: all databases of a server have one count.
  const sealed = () =>
    expect
      .poll(async () => (await sealBatch(buggy.ports, buggy.workspaceId, bugs[bug])).ending, { timeout: 15_000 })
      .toBe('sealed');
  await buggy.run(noteThing, { id: buggy.ports.ids.next() });
  await buggy.seal();
  for (let index = 0; index < 3; index += 1) await buggy.run(noteThing, { id: buggy.ports.ids.next() });
  await sealed();
  await buggy.run(noteThing, {});
  await sealed();
  expect((await buggy.verify()).intact).toBe(false);
});

test('entries that are still being written are no finding, and the app role can change none', async () => {
  await world.run(noteThing, {});
  expect((await world.verify()).intact).toBe(true);
  const change = (text: string) => world.database.write(world.workspaceId, (tx) => tx.rows(sql`${sql.raw(text)}`));
  await expect(change(`update audit_entries set operation = 'x'`)).rejects.toThrow(/permission denied/);
  await expect(change('delete from audit_entries')).rejects.toThrow(/permission denied/);
  await expect(change('delete from audit_entry_records')).rejects.toThrow(/permission denied/);
});
