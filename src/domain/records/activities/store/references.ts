import { type Sql, sql } from '#platform/database';

/** The contact and the account that a record belongs to. */
export interface Linked {
  id: string;
  contactId: string | null;
  accountId: string | null;
}

/** What other modules publish of the kinds of record that activities stand with. */
const published = {
  contact: {
    view: 'report_contacts_firmographics',
    id: 'contact_id',
    contact: sql`null::uuid`,
    account: sql`account_id`,
  },
  account: { view: 'report_accounts', id: 'account_id', contact: sql`null::uuid`, account: sql`account_id` },
  deal: { view: 'report_deals', id: 'deal_id', contact: sql`null::uuid`, account: sql`account_id` },
  lead: { view: 'report_leads', id: 'lead_id', contact: sql`contact_id`, account: sql`account_id` },
};

/** Which records of a kind are there and not deleted, and what they belong to. Written so that each can only be an index look-up. */
export async function recordsLinked(
  reader: Sql,
  kind: keyof typeof published,
  ids: readonly string[],
): Promise<Map<string, Linked>> {
  if (ids.length === 0) return new Map();
  const { view, id, contact, account } = published[kind];
  const rows = await reader.rows<Linked>(
    sql`select f.id, f."contactId", f."accountId" from unnest(${ids}::uuid[]) as wanted(id)
        cross join lateral (select ${sql.ref(id)} as id, ${contact} as "contactId", ${account} as "accountId" from ${sql.table(view)}
          where workspace_id = kith.workspace_id() and ${sql.ref(id)} = wanted.id offset 0) f`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
