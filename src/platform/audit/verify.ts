import { type Sql, sql } from '#platform/database';
import { beginningOf, entryHash, personalDigest, type SealedEntry } from './digest.ts';
import type { Head } from './heads.ts';

/** Something that is not as it was sealed. */
export interface Finding {
  /** The entry's number in the chain. */
  seq: number;
  id: string | null;
  what: 'changed' | 'missing' | 'added' | 'rewritten' | 'erased' | 'cut_off' | 'unsealed';
  /** A sentence. */
  says: string;
}

export interface Verdict {
  intact: boolean;
  /** How many entries were looked at. */
  entries: number;
  /** The numbers of the first and the last entry. */
  from: number;
  to: number;
  /** How many heads outside of the database were compared. */
  heads: number;
  /** The first hundred. */
  findings: Finding[];
}

const pageSize = 2000;
const mostFindings = 100;

const columns =
  sql.raw(`workspace_id as "workspaceId", seq, sealed_at as "sealedAt", id, at, kind, operation, outcome, code, surface,
  request_id as "requestId", actor_type as "actorType", actor_id as "actorId", impersonator_id as "impersonatorId",
  change_set_id as "changeSetId", records, record_ids as "recordIds", details, personal, salt, personal_digest as "personalDigest", hash`);

/** The entries of the chain in their order, page by page. */
export async function* entriesOf(reader: Sql): AsyncGenerator<SealedEntry> {
  let seq = 0;
  let sealedAt = new Date(0);
  for (;;) {
    const page = await reader.rows<SealedEntry>(sql`select ${columns} from audit_entries
      where workspace_id = kith.workspace_id() and seq >= ${seq} and (seq, sealed_at) > (${seq}::bigint, ${sealedAt}::timestamptz)
      order by seq, sealed_at limit ${pageSize}`);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    ({ seq, sealedAt } = last);
  }
}

/** Whose names were erased, and up to which entry. */
type Erasures = Map<string, number>;

async function erasuresOf(reader: Sql): Promise<Erasures> {
  const rows = await reader.rows<{ details: string }>(
    sql`select details from audit_entries where workspace_id = kith.workspace_id() and kind = 'erasure'`,
  );
  const erasures: Erasures = new Map();
  for (const { details } of rows) {
    const { actorId, upTo } = JSON.parse(details) as { actorId?: string; upTo?: number };
    if (actorId && upTo) erasures.set(actorId, Math.max(upTo, erasures.get(actorId) ?? 0));
  }
  return erasures;
}

/** One walk along a chain: what it expects next, and what it has found. */
class Walk {
  readonly findings: Finding[] = [];
  readonly #heads: Map<number, Head>;
  readonly #erasures: Erasures;
  entries = 0;
  last: { seq: number; hash: Buffer };

  constructor(start: { seq: number; hash: Buffer }, heads: Map<number, Head>, erasures: Erasures) {
    this.last = start;
    this.#heads = heads;
    this.#erasures = erasures;
  }

  find(finding: Finding): void {
    if (this.findings.length < mostFindings) this.findings.push(finding);
  }

  take(entry: SealedEntry): void {
    this.entries += 1;
    const { seq, id } = entry;
    const due = this.last.seq + 1;
    if (seq < due) {
      this.find({
        seq,
        id,
        what: 'added',
        says: `Entry ${seq} (${id}) stands where there is another, or nothing any more.`,
      });
      return;
    }
    if (seq > due) this.missing(due, seq - 1);
    const holds = seq > due || entryHash(this.last.hash, entry).equals(entry.hash);
    if (!holds) this.find({ seq, id, what: 'changed', says: `Entry ${seq} (${id}) is not what was sealed.` });
    this.#personal(entry);
    this.#head(entry);
    this.last = { seq, hash: entry.hash };
  }

  missing(from: number, to: number): void {
    const says = from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`;
    this.find({ seq: from, id: null, what: 'missing', says });
  }

  #personal(entry: SealedEntry): void {
    const { seq, id, personal, salt } = entry;
    if (personal === null && salt === null) {
      const upTo = Math.max(...[entry.actorId, entry.impersonatorId ?? ''].map((one) => this.#erasures.get(one) ?? 0));
      if (seq > upTo)
        this.find({
          seq,
          id,
          what: 'erased',
          says: `Who did entry ${seq} (${id}) was removed, and nobody had asked for it.`,
        });
    } else if (personal === null || salt === null || !personalDigest(personal, salt).equals(entry.personalDigest)) {
      this.find({
        seq,
        id,
        what: 'changed',
        says: `The names or addresses of entry ${seq} (${id}) are not what was sealed.`,
      });
    }
  }

  #head({ seq, id, hash }: SealedEntry): void {
    const head = this.#heads.get(seq);
    if (!head || head.hash === hash.toString('hex')) return;
    const says = `The chain up to entry ${seq} (${id}) is not the one whose head was exported at ${head.at}.`;
    this.find({ seq, id, what: 'rewritten', says });
  }
}

interface StoredEnd {
  seq: number;
  hash: Buffer;
}

/**
 * Goes through the chain of a workspace and compares it with its heads outside of the database. Finds every entry before the last head that
 * was changed, added, removed or put elsewhere, by whomever; and what was written and never came into the chain.
 */
export async function verifyChain(reader: Sql, workspaceId: string, heads: readonly Head[]): Promise<Verdict> {
  const dropped = heads
    .filter((head) => head.dropped)
    .reduce<Head | undefined>((a, b) => (a && a.seq > b.seq ? a : b), undefined);
  const start = dropped
    ? { seq: dropped.seq, hash: Buffer.from(dropped.hash, 'hex') }
    : { seq: 0, hash: beginningOf(workspaceId) };
  const compared = new Map(heads.filter(({ seq }) => seq > start.seq).map((head) => [head.seq, head]));
  const walk = new Walk(start, compared, await erasuresOf(reader));
  // What the sealer adds while this walk goes on is not of this walk.
  const end = await reader.first<StoredEnd>(
    sql`select seq, hash from audit_chains where workspace_id = kith.workspace_id() and id = 1`,
  );
  for await (const entry of entriesOf(reader)) {
    if (entry.seq > Math.max(end?.seq ?? 0, ...compared.keys())) break;
    walk.take(entry);
  }
  endOf(walk, end, compared);
  for (const id of await unsealedSets(reader)) {
    walk.find({ seq: walk.last.seq, id, what: 'unsealed', says: `What the change set ${id} wrote has no entry.` });
  }
  const { findings, entries, last } = walk;
  return { intact: findings.length === 0, entries, from: start.seq + 1, to: last.seq, heads: compared.size, findings };
}

/** Nothing is cut off at the end: neither what a head tells of nor what the chain itself says. */
function endOf(walk: Walk, end: StoredEnd | undefined, heads: Map<number, Head>): void {
  const { seq, hash } = walk.last;
  const told = Math.max(0, ...heads.keys());
  if (told > seq) {
    const says = `The chain ends with entry ${seq}; a head of entry ${told} was exported at ${heads.get(told)?.at}.`;
    walk.find({ seq, id: null, what: 'cut_off', says });
  } else if (end ? end.seq !== seq || !end.hash.equals(hash) : seq > 0) {
    walk.find({
      seq,
      id: null,
      what: 'cut_off',
      says: `Entry ${seq} is not where the chain says that it ends (${end?.seq ?? 0}).`,
    });
  }
}

/** Change sets that the chain has gone past without an entry for them; a few at most. Those older than the oldest entry had theirs. */
async function unsealedSets(reader: Sql): Promise<string[]> {
  const rows = await reader.rows<{ id: string }>(sql`select s.id from change_sets s, audit_chains c
    where s.workspace_id = kith.workspace_id() and c.workspace_id = kith.workspace_id() and s.xid is not null
      and (s.epoch, s.xid, s.id) <= (c.epoch, c.xid, c.change_set_id)
      and (c.kept_from = 1 or s.at > (select at + interval '1 day' from audit_entries
        where workspace_id = kith.workspace_id() order by seq limit 1))
      and not exists (select 1 from audit_entries e where e.workspace_id = kith.workspace_id() and e.change_set_id = s.id)
    limit 20`);
  return rows.map(({ id }) => id);
}
