import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { build, type Query, type Sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { defineEvent } from '#platform/events';
import { defineOperation } from '#platform/operations';
import { testWorld, type World } from '#platform/testing';
import type { SealedEntry } from './digest.ts';
import { type Head, headFile } from './heads.ts';
import { AuditRecorder } from './recorder.ts';
import { sealAll } from './seal.ts';
import { type Verdict, verifyChain } from './verify.ts';

const input = z.strictObject({ id: z.string().optional() });

const noted = defineEvent({ type: 'test.thing.noted', summary: 'Something was noted.', permission: 'things:read' });

/** Writes something that only an audit looks at. */
export const noteThing = defineOperation({
  name: 'things.note',
  summary: 'Notes a thing.',
  kind: 'write',
  permission: 'things:write',
  input,
  async run(context, { id }) {
    context.count(1);
    context.emit({ type: noted.type, recordIds: id ? [id] : [] });
    return {};
  },
});

export const readThing = defineOperation({
  name: 'things.read',
  summary: 'Reads a thing.',
  kind: 'read',
  permission: 'things:read',
  input,
  run: async () => ({}),
});

export const exportThings = defineOperation({
  name: 'things.export',
  summary: 'Gives all things as a file.',
  kind: 'file',
  permission: 'things:export',
  input,
  run: async () => ({ contentType: 'text/csv', fileName: 'things.csv', chunks: nothing() }),
});

/** Refuses everybody, as a record that lies out of reach. */
export const closedThing = defineOperation({
  name: 'things.closed',
  summary: 'Reads a thing that nobody may see.',
  kind: 'read',
  permission: 'things:read',
  input,
  async run() {
    throw new Problem('not_allowed', { detail: 'Not this one.' });
  },
});

async function* nothing(): AsyncGenerator<string> {}

export interface AuditWorld extends World {
  recorder: AuditRecorder;
  /** Whoever owns the database and can change everything in it. */
  owner: pg.Client;
  /** Seals what can be sealed, and exports the head. */
  seal(): Promise<Head>;
  entries(): Promise<SealedEntry[]>;
  verify(): Promise<Verdict>;
  /** Queries of the owner, inside whatever transaction it has open. */
  ownersSql: Sql;
  verifyAsOwner(): Promise<Verdict>;
}

/** A world whose calls are audited. */
export async function auditWorld(): Promise<AuditWorld> {
  const world = await testWorld();
  const { ports, database, workspaceId } = world;
  const home = mkdtempSync(join(tmpdir(), 'kith-audit-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const heads = headFile(join(home, 'heads.jsonl'));
  const recorder = new AuditRecorder({ database, clock: ports.clock, ids: ports.ids });
  ports.audit = { recorder, heads };
  const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
  await owner.connect();
  afterAll(() => owner.end());
  const reader = database.reader(workspaceId);
  const ask = async (query: Query<unknown>) => {
    const { sql: text, parameters } = query.compile(build);
    return (await owner.query(text, [...parameters])).rows;
  };
  const ownersSql: Sql = {
    rows: async <Row>(query: Query<Row>) => (await ask(query)) as Row[],
    first: async <Row>(query: Query<Row>) => (await ask(query))[0] as Row | undefined,
  };
  return {
    ...world,
    recorder,
    owner,
    async seal() {
      await recorder.flush();
      let result = await sealAll(ports, workspaceId);
      // Other tests run on the same PostgreSQL, and their transactions hold back ours.
      while (result.ending === 'held') result = await sealAll(ports, workspaceId);
      const { end } = result;
      if (!end) throw new Error('Somebody else seals.');
      const head = { workspaceId, seq: end.seq, hash: end.hash.toString('hex'), at: end.sealedAt.toISOString() };
      await heads.append([head]);
      return head;
    },
    async entries() {
      const answer = await owner.query(
        `select seq, id, kind, operation, outcome, code, surface, actor_id as "actorId", impersonator_id as "impersonatorId",
           change_set_id as "changeSetId", records, record_ids as "recordIds", details, personal
         from audit_entries where workspace_id = $1 order by seq`,
        [workspaceId],
      );
      return answer.rows as SealedEntry[];
    },
    ownersSql,
    verifyAsOwner: async () => verifyChain(ownersSql, workspaceId, await heads.headsOf(workspaceId)),
    verify: async () => verifyChain(reader, workspaceId, await heads.headsOf(workspaceId)),
  };
}
