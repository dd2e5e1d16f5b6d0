import { type Sql, sql, type Transaction } from '#platform/database';
import type { MoveCursor } from '#platform/records';
import type { Choices } from '../rules/survivors.ts';

export type MergeStatus = 'merging' | 'merged' | 'unmerging' | 'unmerged';

/** Records that became one. */
export interface Merge {
  id: string;
  object: string;
  winnerId: string;
  winnerVersion: number;
  changeSetId: string;
  choices: Choices;
  status: MergeStatus;
  cursor: MoveCursor | { before: string } | null;
  moved: number;
  mergedAt: Date;
  mergedBy: string;
  unmergedAt: Date | null;
  unmergedBy: string | null;
  unmergeSetId: string | null;
  memberIds: string[];
}

const columns =
  sql.raw(`m.id, m.object, m.winner_id as "winnerId", m.winner_version::float8 as "winnerVersion", m.change_set_id as "changeSetId",
  m.choices, m.status, m.cursor, m.moved, m.merged_at as "mergedAt", m.merged_by as "mergedBy", m.unmerged_at as "unmergedAt",
  m.unmerged_by as "unmergedBy", m.unmerge_set_id as "unmergeSetId",
  (select coalesce(array_agg(r.record_id order by r.record_id), '{}') from merge_members r
    where r.workspace_id = m.workspace_id and r.merge_id = m.id) as "memberIds"`);

export interface MergeDraft {
  id: string;
  object: string;
  winnerId: string;
  winnerVersion: number;
  changeSetId: string;
  choices: Choices;
  memberIds: readonly string[];
}

/** Writes down a merge with its members, which are led to the winner from now on. */
export function insertMerge(tx: Transaction, draft: MergeDraft, at: Date, by: string): void {
  const { id, object, winnerId, winnerVersion, changeSetId, choices, memberIds } = draft;
  tx.send(sql`insert into merges (id, object, winner_id, winner_version, change_set_id, choices, merged_at, merged_by)
    values (${id}, ${object}, ${winnerId}, ${winnerVersion}, ${changeSetId}, ${JSON.stringify(choices)}::jsonb, ${at}, ${by})`);
  tx.send(sql`insert into merge_members (merge_id, record_id) select ${id}::uuid, unnest(${memberIds}::uuid[])`);
  leadMembers(tx, { id, object, winnerId, memberIds });
}

/** Leads whoever asks for the members of a merge to its winner. */
export function leadMembers(
  tx: Transaction,
  { id, object, winnerId, memberIds }: Pick<Merge, 'id' | 'object' | 'winnerId'> & { memberIds: readonly string[] },
): void {
  tx.send(sql`insert into merged_records (record_id, object, into_id, merge_id)
    select unnest(${memberIds}::uuid[]), ${object}::varchar, ${winnerId}::uuid, ${id}::uuid`);
}

/** The members of a merge stand for themselves again. */
export function releaseMembers(tx: Transaction, mergeId: string, memberIds: readonly string[]): void {
  tx.send(sql`delete from merged_records
    where workspace_id = kith.workspace_id() and record_id = any(${memberIds}::uuid[]) and merge_id = ${mergeId}`);
}

/** Says of a change set that merging wrote it; `decided` are the fields that somebody decided by it. */
export function insertStep(tx: Transaction, changeSetId: string, mergeId: string, decided: readonly string[]): void {
  tx.send(sql`insert into merge_steps (change_set_id, merge_id, decided) values (${changeSetId}, ${mergeId}, ${decided})
    on conflict (workspace_id, change_set_id) do nothing`);
}

/** Which of these change sets merging wrote, with the fields that somebody decided by them. */
export async function stepsAmong(reader: Sql, changeSetIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const rows = await reader.rows<{
    id: string;
    decided: string[];
  }>(sql`select change_set_id as id, decided from merge_steps
    where workspace_id = kith.workspace_id() and change_set_id = any(${changeSetIds}::uuid[])`);
  return new Map(rows.map(({ id, decided }) => [id, new Set(decided)]));
}

/** A merge by its id; `lock` holds it until the transaction ends. */
export function mergeById(reader: Sql, id: string, lock: 'lock' | 'look' = 'look'): Promise<Merge | undefined> {
  return reader.first<Merge>(sql`select ${columns} from merges m
    where m.workspace_id = kith.workspace_id() and m.id = ${id} ${lock === 'lock' ? sql`for update` : sql``}`);
}

/** The merge of which a change set is a step. */
export function mergeOfSet(reader: Sql, changeSetId: string): Promise<Merge | undefined> {
  return reader.first<Merge>(sql`select ${columns} from merge_steps s
    join merges m on m.workspace_id = s.workspace_id and m.id = s.merge_id
    where s.workspace_id = kith.workspace_id() and s.change_set_id = ${changeSetId}`);
}

/** The merges that stand with a record as their winner, oldest first. */
export function standingMerges(reader: Sql, winnerId: string): Promise<Merge[]> {
  return reader.rows<Merge>(sql`select ${columns} from merges m
    where m.workspace_id = kith.workspace_id() and m.winner_id = ${winnerId} and m.status in ('merging', 'merged') order by m.id`);
}

/** Merges newest first, behind one; those that a record has part in, or all. */
export function listMerges(
  reader: Sql,
  {
    object,
    recordId,
    before,
    most,
  }: { object: string; recordId?: string | undefined; before?: string | undefined; most: number },
): Promise<Merge[]> {
  const of = recordId
    ? sql`and m.id in (select id from merges where workspace_id = kith.workspace_id() and winner_id = ${recordId}
        union select merge_id from merge_members where workspace_id = kith.workspace_id() and record_id = ${recordId})`
    : sql``;
  return reader.rows<Merge>(sql`select ${columns} from merges m
    where m.workspace_id = kith.workspace_id() and m.object = ${object} ${of} ${before ? sql`and m.id < ${before}` : sql``}
    order by m.id desc limit ${most}`);
}

/** Keeps how far a merge has come. */
export function keepProgress(
  tx: Transaction,
  id: string,
  progress: { status: MergeStatus; cursor: Merge['cursor']; moved: number },
): void {
  tx.send(sql`update merges set status = ${progress.status}, moved = moved + ${progress.moved},
      cursor = ${progress.cursor ? JSON.stringify(progress.cursor) : null}::jsonb
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** Begins to take a merge back. */
export function beginUnmerge(tx: Transaction, id: string, changeSetId: string, at: Date, by: string): void {
  tx.send(sql`update merges set status = 'unmerging', cursor = null, unmerged_at = ${at}, unmerged_by = ${by}, unmerge_set_id = ${changeSetId}
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** A merge that was taken back stands again where it stood. */
export function mergeAgain(tx: Transaction, id: string, changeSetId: string): void {
  tx.send(sql`update merges set status = 'merging', cursor = null, change_set_id = ${changeSetId},
      unmerged_at = null, unmerged_by = null, unmerge_set_id = null
    where workspace_id = kith.workspace_id() and id = ${id}`);
}

/** What somebody decided when a merge was taken back is not decided any more. */
export function forgetDecisions(tx: Transaction, changeSetId: string): void {
  tx.send(sql`update merge_steps set decided = '{}'
    where workspace_id = kith.workspace_id() and change_set_id = ${changeSetId}`);
}
