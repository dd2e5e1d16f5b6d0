import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { deal } from '#domain/records/deals';
import { systemActor } from '#platform/actor';
import { systemClock } from '#platform/clock';
import { createVault } from '#platform/crypto';
import { migrate, openDatabase, removeEmbedded, sql, startEmbedded } from '#platform/database';
import { openFileStore } from '#platform/files';
import { createIds } from '#platform/ids';
import { migrateJobs } from '#platform/jobs';
import { type Call, defineOperation, execute, RawJson } from '#platform/operations';
import { createRecords } from '#platform/records';
import { operations } from '../src/modules.ts';
import { atMost, type Figure, oneAtATime, temporaryHome } from './kit.ts';

// The board of many open deals, moves on it, and pages of a long list: in process, so that the figures are Kith's own.
const open = 10_000;
const closed = 40_000;
const samples = 200;
const stages = ['Qualification', 'Discovery', 'Proposal', 'Negotiation'];

const makeMany = defineOperation({
  name: 'bench.makeDeals',
  summary: 'Makes many deals.',
  kind: 'write',
  permission: 'deals:write',
  input: z.strictObject({ from: z.int(), count: z.int(), won: z.boolean() }),
  async run(context, { from, count, won }) {
    const sets = Array.from({ length: count }, (_, index) => ({
      name: `Deal ${from + index}`,
      stage: won ? 'won' : stages[index % stages.length],
      amount: String(1000 + ((from + index) % 977)),
      closeDate: `2026-${String(1 + (index % 12)).padStart(2, '0')}-15`,
    }));
    await createRecords(context, deal, sets, { extras: sets.map(() => ({ imported: true })) });
    return null;
  },
});

/** The figures of deals, each beside its limit. */
export async function benchDeals(): Promise<Figure[]> {
  const { home, remove } = temporaryHome();
  const embedded = await startEmbedded({ home, say: () => undefined });
  const database = openDatabase({ appUrl: embedded.appUrl });
  try {
    await migrate(embedded.ownerUrl);
    await migrateJobs(embedded.ownerUrl);
    const ids = createIds(systemClock);
    const vault = createVault({ masterKey: randomBytes(32) });
    const ports = { clock: systemClock, ids, database, vault, files: openFileStore({ home, region: 'none' }) };
    const workspaceId = ids.next();
    await database.system.first(sql`select kith.create_workspace(${workspaceId}, 'Bench')`);
    const call: Call = { actor: systemActor(workspaceId), surface: 'bench', requestId: 'bench' };
    const run = async (name: string, input: unknown): Promise<unknown> => {
      const operation = operations.get(name);
      if (!operation) throw new Error(`There is no operation '${name}'.`);
      const { output } = await execute(ports, operation, input, call);
      return output instanceof RawJson ? output.parse() : output;
    };
    for (let from = 0; from < open + closed; from += 1000)
      await execute(ports, makeMany, { from, count: 1000, won: from >= open }, call);
    return await measured(run);
  } finally {
    await database.close();
    await embedded.stop();
    removeEmbedded(home);
    await remove();
  }
}

interface Board {
  columns: { deals: { id: string }[] }[];
}

async function measured(run: (name: string, input: unknown) => Promise<unknown>): Promise<Figure[]> {
  const board = (await run('deals.board', {})) as Board;
  const cards = board.columns.slice(0, stages.length).flatMap((column) => column.deals.map((card) => card.id));
  const boardMs = await oneAtATime(30, () => run('deals.board', {}));
  const moveMs = await oneAtATime(samples, (index) =>
    run('deals.changeStage', { id: cards[index % cards.length], stage: stages[(index * 7 + 1) % stages.length] }),
  );
  const listMs = await oneAtATime(samples, (index) =>
    run('deals.list', { sort: index % 2 ? '-amount' : '-createdAt', filter: { status: { eq: 'open' } } }),
  );
  return [
    atMost(`board of ${open} open deals (and ${closed} closed), p95`, boardMs, 300),
    atMost('a move on the board stored, p95', moveMs, 20),
    atMost(`a page of a list of ${open + closed} deals, p95`, listMs, 30),
  ];
}
