import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { z } from 'zod';
import { AuditRecorder, headFile, sealAll } from '#platform/audit';
import { defineOperation } from '#platform/operations';
import { testWorld, type World } from '#platform/testing';

/** Writes something that only an audit looks at. */
export const doThing = defineOperation({
  name: 'things.do',
  summary: 'Does a thing.',
  kind: 'write',
  permission: 'things:write',
  input: z.strictObject({ id: z.string().optional() }),
  async run(context) {
    context.count(1);
    return {};
  },
});

export interface AuditWorld extends World {
  /** Until everything that has happened is in the chain. */
  seal(): Promise<void>;
}

/** A world whose calls are audited. */
export async function auditWorld(): Promise<AuditWorld> {
  const world = await testWorld();
  const { ports, database } = world;
  const home = mkdtempSync(join(tmpdir(), 'kith-audit-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const heads = headFile(join(home, 'heads.jsonl'));
  const recorder = new AuditRecorder({ database, clock: ports.clock, ids: ports.ids });
  ports.audit = { recorder, heads };
  return {
    ...world,
    async seal() {
      await recorder.flush();
      let result = await sealAll(ports, world.workspaceId);
      // Other tests run on the same PostgreSQL, and their transactions hold back ours.
      while (result.ending === 'held') result = await sealAll(ports, world.workspaceId);
      const { seq = 0, hash, sealedAt } = result.end ?? {};
      if (!hash || !sealedAt) throw new Error('Somebody else seals.');
      const { workspaceId } = world;
      await heads.append([{ workspaceId, seq, hash: hash.toString('hex'), at: sealedAt.toISOString() }]);
    },
  };
}
