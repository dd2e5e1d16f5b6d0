import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { z } from 'zod';
import { type Actor, systemActor } from '#platform/actor';
import { type Clock, systemClock } from '#platform/clock';
import type { Ports } from '#platform/context';
import { createVault } from '#platform/crypto';
import { type Database, openDatabase, sql } from '#platform/database';
import type { Handler } from '#platform/events';
import { openFileStore } from '#platform/files';
import { type HandlerRunner, startHandlers } from '#platform/handlers';
import { createIds } from '#platform/ids';
import { type Call, execute, type Operation, RawJson } from '#platform/operations';
import { type TestDatabase, testDatabase } from './test-database.ts';

export interface World {
  ports: Ports;
  database: Database;
  urls: TestDatabase;
  workspaceId: string;
  /** An administrator of the workspace. */
  admin: Actor;
  /** Somebody with these permissions only. */
  actorWith(...permissions: string[]): Actor;
  /** An administrator of another, empty workspace. */
  stranger: Actor;
  /** Runs an operation and gives its answer, JSON texts parsed. */
  run<Input extends z.ZodType, Output>(
    operation: Operation<Input, Output>,
    input: z.input<Input>,
    call?: Partial<Call>,
  ): Promise<Answer>;
  /** The types of events in the log of the workspace, oldest first. */
  eventTypes(): Promise<string[]>;
  /** Lets handlers read until nothing is left. */
  handle(...handlers: Handler[]): Promise<void>;
}

/** What an operation answered, as a test looks at it. */
// biome-ignore lint/suspicious/noExplicitAny: answers are JSON of any shape, and a test says what it expects of it
export type Answer = any;

/** A database of this test file, two workspaces in it, and actors to call operations as. */
export async function testWorld(options: { clock?: Clock; ports?: Partial<Ports> } = {}): Promise<World> {
  const urls = await testDatabase();
  const database = openDatabase({ appUrl: urls.appUrl, max: 6 });
  afterAll(() => database.close());
  const home = mkdtempSync(join(tmpdir(), 'kith-world-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const clock = options.clock ?? systemClock;
  const ids = createIds(systemClock);
  const ports: Ports = {
    clock,
    ids,
    database,
    vault: createVault({ masterKey: randomBytes(32) }),
    files: openFileStore({ home, region: 'none' }),
    ...options.ports,
  };
  const make = async (name: string) => {
    const id = ids.next();
    await database.system.first(sql`select kith.create_workspace(${id}, ${name})`);
    return id;
  };
  const workspaceId = await make('Acme');
  const admin: Actor = { ...systemActor(workspaceId), type: 'user', id: ids.next(), name: 'Ada Admin', role: 'admin' };
  const other = await make('Other');
  const run: World['run'] = async (operation, input, call = {}) => {
    const outcome = await execute(ports, operation, input, {
      actor: admin,
      surface: 'test',
      requestId: ids.next(),
      ...call,
    });
    const answer = outcome.output instanceof RawJson ? outcome.output.parse() : outcome.output;
    // What a program is promised is what it gets: every test of an operation proves its declared answer.
    operation.output?.parse(JSON.parse(JSON.stringify(answer)));
    return answer;
  };
  return {
    ports,
    database,
    urls,
    workspaceId,
    admin,
    actorWith: (...permissions) => ({
      ...admin,
      id: ids.next(),
      name: 'Rita Rep',
      role: 'rep',
      permissions: new Set(permissions),
    }),
    stranger: { ...admin, id: ids.next(), name: 'Sam Stranger', workspaceId: other },
    run,
    async eventTypes() {
      const rows = await database
        .reader(workspaceId)
        .rows<{ type: string }>(sql`select type from events order by events.xid, id`);
      return rows.map((row) => row.type);
    },
    async handle(...handlers) {
      const errors: unknown[] = [];
      const runner: HandlerRunner = await startHandlers({ ports, handlers, onError: (error) => errors.push(error) });
      await runner.idle();
      await runner.stop();
      if (errors.length > 0) throw errors[0];
    },
  };
}
