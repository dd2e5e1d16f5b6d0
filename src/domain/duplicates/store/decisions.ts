import type { Context } from '#platform/context';
import { sql, type Transaction } from '#platform/database';

interface Merged {
  winnerId: string;
  memberIds: readonly string[];
}

/** Decides that the records of a merge that was taken back are not the same. */
export async function keepApartOf(
  tx: Transaction,
  { now, actor }: Context,
  object: string,
  { winnerId, memberIds }: Merged,
): Promise<void> {
  await tx.rows(sql`insert into duplicate_suggestions (object, first_id, second_id, reasons, status, decided_at, decided_by)
    select ${object}::text, least(${winnerId}::uuid, m), greatest(${winnerId}::uuid, m), '{unmerged}', 'kept_apart', ${now}, ${actor.id}::uuid
    from unnest(${memberIds}::uuid[]) m
    on conflict (workspace_id, object, first_id, second_id) do update
      set status = 'kept_apart', decided_at = excluded.decided_at, decided_by = excluded.decided_by`);
}

/** Whoever was told apart from a record that was merged is told apart from the one that it was merged into. */
export async function passOnDecisions(
  tx: Transaction,
  { now, actor }: Context,
  object: string,
  { winnerId, memberIds }: Merged,
): Promise<void> {
  await tx.rows(sql`with apart as (
      select second_id as other from duplicate_suggestions
      where workspace_id = kith.workspace_id() and object = ${object} and status = 'kept_apart' and first_id = any(${memberIds}::uuid[])
      union
      select first_id from duplicate_suggestions
      where workspace_id = kith.workspace_id() and object = ${object} and status = 'kept_apart' and second_id = any(${memberIds}::uuid[])
    )
    insert into duplicate_suggestions (object, first_id, second_id, reasons, status, decided_at, decided_by)
    select ${object}::text, least(${winnerId}::uuid, other), greatest(${winnerId}::uuid, other), '{merged}', 'kept_apart', ${now}, ${actor.id}::uuid
    from apart where other <> ${winnerId}::uuid and other <> all(${memberIds}::uuid[])
    on conflict (workspace_id, object, first_id, second_id) do update
      set status = 'kept_apart', decided_at = excluded.decided_at, decided_by = excluded.decided_by
      where duplicate_suggestions.status = 'open'`);
}
