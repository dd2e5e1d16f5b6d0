import type { Origin } from '#platform/context';
import { type Sql, sql, type Transaction } from '#platform/database';
import { asProblem } from '#platform/errors';
import { type ChangeSet, type StoredSet, setOf } from './change-sets.ts';
import { ensurePersonKeys, personKeys } from './person-keys.ts';

export type Values = Record<string, unknown>;

/** What happened to one record: the values of the fields that changed, before and after. */
export interface ChangeDraft {
  object: string;
  recordId: string;
  /** The version before the change. */
  version: number;
  before: Values;
  after: Values;
  /** Which of the fields are personal, and whose they are. */
  personal: ReadonlySet<string>;
  personId: string | undefined;
}

export interface Change {
  id: string;
  at: Date;
  changeSetId: string;
  object: string;
  recordId: string;
  version: number;
  before: Values;
  after: Values;
  /** The personal values are gone, since the person has been erased. */
  erased: boolean;
}

const sealContext = (id: string) => `change:${id}`;

function split(values: Values, personal: ReadonlySet<string>): [Values, Values] {
  const open: Values = {};
  const closed: Values = {};
  for (const [name, value] of Object.entries(values)) (personal.has(name) ? closed : open)[name] = value;
  return [open, closed];
}

/** Writes before and after of changes; personal values only sealed. `known` are keys of people that have been read already. */
export async function insertChanges(
  tx: Transaction,
  origin: Origin,
  drafts: readonly ChangeDraft[],
  known?: ReadonlyMap<string, Buffer>,
): Promise<void> {
  if (drafts.length === 0) return;
  const sealing = drafts.filter(
    (draft) => draft.personId && Object.keys(draft.before).some((name) => draft.personal.has(name)),
  );
  const keys = await ensurePersonKeys(
    origin,
    tx,
    sealing.map((draft) => draft.personId as string),
    known,
  );
  const rows = drafts.map((draft) => {
    const id = origin.ports.ids.next();
    const [before, closedBefore] = split(draft.before, draft.personId ? draft.personal : new Set());
    const [after, closedAfter] = split(draft.after, draft.personId ? draft.personal : new Set());
    const key = draft.personId ? keys.get(draft.personId) : undefined;
    const sealed =
      key && Object.keys(closedBefore).length > 0
        ? origin.ports.vault.seal(JSON.stringify({ before: closedBefore, after: closedAfter }), key, sealContext(id))
        : null;
    return {
      id,
      at: origin.now.toISOString(),
      change_set_id: origin.changeSetId,
      object: draft.object,
      record_id: draft.recordId,
      version: draft.version,
      before,
      after,
      person_id: sealed ? draft.personId : null,
      sealed: sealed && `\\x${sealed.toString('hex')}`,
    };
  });
  tx.send(sql`insert into changes (at, id, change_set_id, object, record_id, version, before, after, person_id, sealed)
    select at, id, change_set_id, object, record_id, version, before, after, person_id, sealed
    from json_populate_recordset(null::changes, ${JSON.stringify(rows)}::json)`);
}

interface StoredChange extends Omit<Change, 'erased'> {
  sealed: Buffer | null;
  personId: string | null;
}

const columns = sql.raw(
  `id, at, change_set_id as "changeSetId", object, record_id as "recordId", version, before, after, person_id as "personId", sealed`,
);

const newestFirst = (a: StoredChange, b: StoredChange) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

/** Changes of a record after one moment and before another, newest first, read through the seal; those of one moment stay together, so a few more than `most` may come. */
export async function changesOfRecord(
  origin: Origin,
  reader: Sql,
  recordId: string,
  after: Date,
  most: number,
  before?: Date,
): Promise<Change[]> {
  const rows = await reader.rows(
    sql<StoredChange>`select ${columns} from ${ofRecord(recordId, after, most, before)} c`,
  );
  return unseal(origin, reader, rows.sort(newestFirst));
}

/** As changesOfRecord, each with the change set that it belongs to: one statement, since a page waits for it. */
export async function changesWithSets(
  origin: Origin,
  reader: Sql,
  recordId: string,
  most: number,
  before?: Date,
): Promise<(Change & { set: ChangeSet | undefined })[]> {
  const rows = await reader.rows(sql<
    StoredChange & { set: StoredSet | null }
  >`select ${columns}, ${setOf(sql`c.change_set_id`)} as set
    from ${ofRecord(recordId, new Date(0), most, before)} c`);
  const sets = rows.sort(newestFirst).map(({ set }) => (set ? { ...set, at: new Date(set.at) } : undefined));
  const changes = await unseal(
    origin,
    reader,
    rows.map(({ set: _set, ...change }) => change),
  );
  return changes.map((change, index) => ({ ...change, set: sets[index] }));
}

function ofRecord(recordId: string, after: Date, most: number, before: Date | undefined) {
  return sql`(select * from changes
    where workspace_id = kith.workspace_id() and record_id = ${recordId} and at > ${after} ${before ? sql`and at < ${before}` : sql``}
    order by at desc fetch first (${most}) rows with ties)`;
}

/** The newest changes of a change set (before `beforeId`, when it is given; to some kinds of record, when they are given), oldest first. */
export async function changesOfSet(
  origin: Origin,
  reader: Sql,
  changeSetId: string,
  most: number,
  beforeId?: string,
  objects?: readonly string[],
): Promise<Change[]> {
  const rows = await reader.rows<StoredChange>(sql`select ${columns} from changes
    where workspace_id = kith.workspace_id() and change_set_id = ${changeSetId} ${beforeId ? sql`and id < ${beforeId}::uuid` : sql``}
      ${objects ? sql`and object = any(${objects}::text[])` : sql``}
    order by id desc limit ${most}`);
  return unseal(origin, reader, rows.reverse());
}

function opened(
  origin: Origin,
  sealed: Buffer,
  key: Buffer,
  id: string,
): { before: Values; after: Values } | undefined {
  try {
    return JSON.parse(origin.ports.vault.open(sealed, key, sealContext(id)).toString());
  } catch (error) {
    if (asProblem(error).code !== 'seal_broken') throw error;
    return undefined;
  }
}

async function unseal(origin: Origin, reader: Sql, rows: StoredChange[]): Promise<Change[]> {
  const keys = await personKeys(
    origin,
    reader,
    rows.flatMap((row) => row.personId ?? []),
  );
  return rows.map(({ sealed, personId, ...row }) => {
    if (!sealed) return { ...row, erased: false };
    const key = keys.get(personId ?? '');
    if (!key) return { ...row, erased: true };
    const closed = opened(origin, sealed, key, row.id);
    // Somebody who was erased and comes again gets a new key: what the old one has sealed stays shut.
    if (!closed) return { ...row, erased: true };
    return {
      ...row,
      before: { ...row.before, ...closed.before },
      after: { ...row.after, ...closed.after },
      erased: false,
    };
  });
}
