import { type Sql, sql } from '#platform/database';

/** A communication with the addresses and numbers of the other side. */
export interface Letter {
  id: string;
  addresses: string[];
}

const most = 2000;

/** What was written or said with some contacts since a moment, newest first; 2,000 at most. */
export function lettersSince(reader: Sql, contactIds: readonly string[], since: Date): Promise<Letter[]> {
  return reader.rows<Letter>(sql`select id, case when direction = 'inbound' then array[from_address]::text[] else to_addresses || cc_addresses end as addresses
    from communications
    where workspace_id = kith.workspace_id() and contact_id = any(${contactIds}::uuid[]) and created_at >= ${since} and deleted_at is null
    order by created_at desc limit ${most}`);
}
