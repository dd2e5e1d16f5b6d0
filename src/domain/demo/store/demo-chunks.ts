import { insertRows, type Sql, sql, type Transaction } from '#platform/database';

/** The kinds of record that a demo has, in the order in which they are taken away. */
const demoObjects = ['task', 'deal', 'product', 'lead', 'activity', 'contact', 'account'] as const;
export type DemoObject = (typeof demoObjects)[number];

/** Some of the records of a demo, in the order in which they were made. */
export interface DemoChunk {
  object: DemoObject;
  position: number;
  recordIds: string[];
}

/** Notes which records belong to the demo. */
export async function insertChunks(tx: Transaction, demoId: string, chunks: readonly DemoChunk[]): Promise<void> {
  for (const { object, position, recordIds } of chunks)
    if (recordIds.length > 0 || object === 'contact')
      await insertRows(tx, 'demo_chunks', [{ demo_id: demoId, object, position, record_ids: recordIds }]);
}

/** The ids of all records of a kind, in the order in which they were made. */
export async function madeIds(reader: Sql, demoId: string, object: DemoObject): Promise<string[]> {
  const rows = await reader.rows<{ ids: string[] }>(sql`select to_json(record_ids) as ids from demo_chunks
    where workspace_id = kith.workspace_id() and demo_id = ${demoId} and object = ${object} order by position`);
  return rows.flatMap(({ ids }) => ids);
}

/** The ids of one chunk, if it has been made. */
export async function chunkIds(
  reader: Sql,
  demoId: string,
  object: DemoObject,
  position: number,
): Promise<string[] | undefined> {
  const row = await reader.first<{ ids: string[] }>(sql`select to_json(record_ids) as ids from demo_chunks
    where workspace_id = kith.workspace_id() and demo_id = ${demoId} and object = ${object} and position = ${position}`);
  return row?.ids;
}

export interface Made {
  chunks: number;
  records: number;
}

/** How much there is of each kind. */
export async function countMade(reader: Sql, demoId: string): Promise<Record<DemoObject, Made>> {
  const made = Object.fromEntries(demoObjects.map((object) => [object, { chunks: 0, records: 0 }])) as Record<
    DemoObject,
    Made
  >;
  const rows = await reader.rows<Made & { object: DemoObject }>(sql`select object, count(*) as chunks,
      sum(cardinality(record_ids)) as records
    from demo_chunks where workspace_id = kith.workspace_id() and demo_id = ${demoId} group by object`);
  for (const { object, chunks, records } of rows) made[object] = { chunks, records };
  return made;
}

/** The chunk that is to be taken away next; of each kind the last made first. */
export function lastChunk(reader: Sql, demoId: string): Promise<DemoChunk | undefined> {
  return reader.first<DemoChunk>(sql`select object, position, to_json(record_ids) as "recordIds" from demo_chunks
    where workspace_id = kith.workspace_id() and demo_id = ${demoId}
    order by array_position(${[...demoObjects]}::text[], object), position desc limit 1`);
}

export function deleteChunk(tx: Transaction, demoId: string, { object, position }: DemoChunk): void {
  tx.send(sql`delete from demo_chunks
    where workspace_id = kith.workspace_id() and demo_id = ${demoId} and object = ${object} and position = ${position}`);
}
