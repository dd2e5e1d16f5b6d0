import { createHash } from 'node:crypto';
import type { Context } from '#platform/context';
import { insertRows, type Query, type Sql, sql, type Transaction } from '#platform/database';

export type PointKind = 'email' | 'phone';

/** An e-mail address or phone of a contact; `key` is the form that duplicates are found by. */
export interface ContactPoint {
  kind: PointKind;
  key: string;
  value: string;
  primary: boolean;
  /** It belongs to a function or a switchboard: equal ones do not make two people one. */
  shared: boolean;
}

/** Adds points to contacts; one that is there already becomes as it is given. New contacts can have none yet. */
export async function insertPoints(
  tx: Transaction,
  points: readonly (ContactPoint & { contactId: string })[],
  of: 'new contacts' | 'known contacts',
): Promise<void> {
  const rows = points.map((point) => ({
    contact_id: point.contactId,
    kind: point.kind,
    key: point.key,
    value: point.value,
    is_primary: point.primary,
    is_shared: point.shared,
  }));
  const keepBoth = `on conflict (workspace_id, kind, key, contact_id) do update
    set is_primary = excluded.is_primary, value = excluded.value`;
  await insertRows(tx, 'contact_points', rows, of === 'new contacts' ? '' : keepBoth);
}

/** Takes points away from contacts, given by their keys. */
export function removePoints(
  tx: Transaction,
  points: readonly { contactId: string; kind: PointKind; key: string }[],
): void {
  if (points.length === 0) return;
  tx.send(sql`delete from contact_points p
    using unnest(${points.map((one) => one.contactId)}::uuid[], ${points.map((one) => one.kind)}::text[], ${points.map((one) => one.key)}::text[]) as gone(contact_id, kind, key)
    where p.workspace_id = kith.workspace_id() and p.contact_id = gone.contact_id and p.kind = gone.kind and p.key = gone.key`);
}

/** Takes all points away from contacts. */
export async function removePointsOf(tx: Transaction, contactIds: readonly string[]): Promise<void> {
  await tx.rows(sql`delete from contact_points
    where workspace_id = kith.workspace_id() and contact_id = any(${contactIds}::uuid[])`);
}

export interface KnownPoint {
  key: string;
  contactId: string;
  shared: boolean;
}

/** Contacts that have any of these keys and are not deleted. Written so that it can only be an index look-up a key, whatever the statistics say. */
export function contactsWithKeys(reader: Sql, kind: PointKind, keys: readonly string[]): Promise<KnownPoint[]> {
  return reader.rows<KnownPoint>(sql`select p.key, p.contact_id as "contactId", p.is_shared as shared
    from unnest(${keys}::text[]) as wanted(key)
    cross join lateral (
      select key, contact_id, is_shared from contact_points
      where workspace_id = kith.workspace_id() and kind = ${kind} and key = wanted.key offset 0
    ) p
    cross join lateral (
      select 1 from contacts where workspace_id = kith.workspace_id() and id = p.contact_id and deleted_at is null offset 0
    ) there`);
}

/** The ids of contacts with a key, as a part of a larger query. */
export function contactsWithKey(kind: PointKind, key: string): Query<unknown> {
  return sql`select p.contact_id from contact_points p where p.workspace_id = kith.workspace_id() and p.kind = ${kind} and p.key = ${key}`;
}

function lockOf(workspaceId: string, text: string): string {
  return createHash('sha256').update(`${workspaceId}:${text}`).digest().readBigInt64BE(0).toString();
}

/** Makes the writers of these e-mail keys wait for each other, and for imports, until the transaction ends. */
export function lockEmailKeys(context: Context, keys: readonly string[]): void {
  context.tx.send(sql`select pg_advisory_xact_lock_shared(${lockOf(context.workspaceId, 'imports')}::bigint)`);
  const locks = keys.map((key) => lockOf(context.workspaceId, key)).sort();
  for (const lock of locks) context.tx.send(sql`select pg_advisory_xact_lock(${lock}::bigint)`);
}

/** An import holds this for a chunk instead of a lock for each of its thousand keys. */
export function lockAllEmailKeys(context: Context): void {
  context.tx.send(sql`select pg_advisory_xact_lock(${lockOf(context.workspaceId, 'imports')}::bigint)`);
}
