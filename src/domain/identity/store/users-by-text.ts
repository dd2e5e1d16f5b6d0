import { type Sql, sql } from '#platform/database';

/** Users by what files call them: their e-mail address or their name, case aside. A name that two users share is nobody's. */
export async function usersByText(reader: Sql, texts: readonly string[]): Promise<Map<string, string>> {
  const wanted = new Map(texts.map((text) => [text.trim().toLowerCase(), text]));
  const rows = await reader.rows<{ key: string; id: string }>(sql`select key, min(id::text) as id from (
      select lower(email) as key, id from users where workspace_id = kith.workspace_id() and lower(email) = any(${[...wanted.keys()]}::text[])
      union select lower(name), id from users where workspace_id = kith.workspace_id() and lower(name) = any(${[...wanted.keys()]}::text[])
    ) found group by key having count(distinct id) = 1`);
  return new Map(rows.map((row) => [wanted.get(row.key) ?? row.key, row.id]));
}
