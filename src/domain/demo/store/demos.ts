import type { Context } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';

export type DemoStatus = 'making' | 'ready' | 'removing';

/** The demo of a workspace. */
export interface Demo {
  id: string;
  status: DemoStatus;
  seed: number;
  /** How many it is to have. */
  accounts: number;
  contacts: number;
  /** The moment that its months end at. */
  madeFor: Date;
  /** Who owns what is in it. */
  ownerId: string | null;
  changeSetId: string;
}

const columns = sql.raw(
  `id, status, seed, accounts, contacts, made_for as "madeFor", owner_id as "ownerId", change_set_id as "changeSetId"`,
);

/** The demo of the workspace, if it has one. */
export function findDemo(reader: Sql): Promise<Demo | undefined> {
  return reader.first<Demo>(sql`select ${columns} from demos where workspace_id = kith.workspace_id()`);
}

/** The same, held until the transaction ends. */
export function lockDemo(tx: Transaction): Promise<Demo | undefined> {
  return tx.first<Demo>(sql`select ${columns} from demos where workspace_id = kith.workspace_id() for update`);
}

/** Answers false when the workspace has a demo already. */
export async function insertDemo(context: Context, demo: Omit<Demo, 'status'>): Promise<boolean> {
  const { tx, now, actor } = context;
  const row = await tx.first(sql`insert into demos (id, seed, accounts, contacts, made_for, owner_id, change_set_id,
      created_at, updated_at, created_by, updated_by)
    values (${demo.id}, ${demo.seed}, ${demo.accounts}, ${demo.contacts}, ${demo.madeFor}, ${demo.ownerId}, ${demo.changeSetId},
      ${now}, ${now}, ${actor.id}, ${actor.id})
    on conflict (workspace_id) do nothing returning id`);
  return row !== undefined;
}

export function setDemoStatus(context: Context, id: string, status: DemoStatus): void {
  context.tx.send(sql`update demos set status = ${status}, updated_at = ${context.now}, updated_by = ${context.actor.id}
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

export function deleteDemo(tx: Transaction, id: string): void {
  tx.send(sql`delete from demos where workspace_id = kith.workspace_id() and id = ${id}`);
}
