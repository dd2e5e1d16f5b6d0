import { expect } from 'vitest';
import { Client } from './client.ts';
import type { KithProcess } from './kith-process.ts';
import type { Random } from './random.ts';
import { anomalies, ask, handlersDone, noAnomalies } from './truth.ts';
import { newWorkspace } from './workspace.ts';
import { Writer } from './writer.ts';

interface Stored {
  id: string;
  title: string;
  deleted: boolean;
  version: number;
  changes: number;
  activities: string[];
}

/** A public id, as the database knows it. */
const uuidOf = (id: string) => id.replace(/^.._(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

async function storedContacts(server: KithProcess, workspaceId: string): Promise<Map<string, Stored>> {
  const rows = await ask<Stored>(
    server,
    `select id, title, deleted_at is not null as deleted, version::int,
       (select count(*)::int from changes h where h.workspace_id = c.workspace_id and h.object = 'contact' and h.record_id = c.id) as changes,
       array(select a.id::text from activities a where a.workspace_id = c.workspace_id and a.contact_id = c.id order by a.id) as activities
     from contacts c where workspace_id = $1`,
    [workspaceId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Writers in a workspace of their own, and what they all write to. */
export interface Office {
  workspaceId: string;
  client: Client;
  shared: string;
  writers: Writer[];
}

/** Makes a workspace with so many writers, each with a key of their own. */
export async function openOffice(server: KithProcess, name: string, count: number, random: Random): Promise<Office> {
  const { id: workspaceId, client } = await newWorkspace(server, name);
  const person = { firstName: 'Shared', lastName: 'One' };
  const shared = (await client.insist({ method: 'POST', path: '/contacts', body: person })).body.id as string;
  const writers: Writer[] = [];
  for (let i = 0; i < count; i += 1) {
    const made = await client.insist({ method: 'POST', path: '/api-keys', body: { name: `w${i}`, role: 'admin' } });
    writers.push(new Writer(new Client(server, made.body.key), `w${i}`, random.fork(), shared));
  }
  return { workspaceId, client, shared, writers };
}

/** Compares what the writers were told with what is in the database: everything once, and nothing else. */
export async function expectBooksToAgree(server: KithProcess, { workspaceId, writers, shared }: Office): Promise<void> {
  for (const writer of writers) expect(await writer.repeatLast()).toBe(true);
  await handlersDone(server, workspaceId);
  const stored = await storedContacts(server, workspaceId);
  const known = writers.flatMap((writer) => writer.contacts);
  const told = known.map((one) => ({
    id: uuidOf(one.id),
    title: one.title,
    deleted: one.deleted,
    version: one.version,
    changes: one.version - 1,
    activities: one.activities.map(uuidOf).sort(),
  }));
  expect(told.map((one) => stored.get(one.id))).toEqual(told);
  expect([...stored.values()].filter((one) => one.title?.startsWith('w')).length).toBe(known.length + 1);
  const sharedWrites = writers.reduce((sum, writer) => sum + writer.sharedWrites, 0);
  expect(stored.get(uuidOf(shared))).toMatchObject({ version: sharedWrites + 1, changes: sharedWrites });
  expect(await anomalies(server, workspaceId)).toEqual(noAnomalies);
}

/** In one line: how much was written, and how often again. */
export function summaryOf({ writers }: Office): string {
  const sum = (of: (writer: Writer) => number) => writers.reduce((total, writer) => total + of(writer), 0);
  return `${sum((one) => one.contacts.length)} contacts, ${sum((one) => one.repeated)} writes sent again, of which ${sum((one) => one.replayed)} had been done`;
}
