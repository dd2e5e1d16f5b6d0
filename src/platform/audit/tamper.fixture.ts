/** Something that whoever owns the database does to the audit log. */
export interface Tamper {
  what: string;
  sql: string[];
  /** The entries of which one must be named. */
  seqs: number[];
  /** From here on all hashes are made right again. */
  rehashedFrom?: number;
}

/** Numbers from 0 to 1 that are the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** The columns of an entry, each with an expression for a value that is another one. */
const changes: Record<string, string> = {
  at: "at + interval '1 second'",
  sealed_at: "sealed_at + interval '1 second'",
  id: 'gen_random_uuid()',
  kind: "kind || 'x'",
  operation: "operation || '.x'",
  outcome: "case outcome when 'done' then 'refused' else 'done' end",
  code: "coalesce(code, '') || 'x'",
  surface: "surface || 'x'",
  request_id: "coalesce(request_id, '') || 'x'",
  actor_type: "actor_type || 'x'",
  actor_id: 'gen_random_uuid()',
  impersonator_id: 'gen_random_uuid()',
  change_set_id: 'gen_random_uuid()',
  records: 'records + 1',
  record_ids: 'record_ids || gen_random_uuid()',
  details: "details || ' '",
  personal: "replace(personal, 'A', 'B') || ' '",
  salt: 'set_byte(salt, 0, (get_byte(salt, 0) + 1) % 256)',
  personal_digest: 'set_byte(personal_digest, 31, (get_byte(personal_digest, 31) + 1) % 256)',
  hash: 'set_byte(hash, 7, (get_byte(hash, 7) + 1) % 256)',
};

/** `count` tampers with a chain of `entries` entries: changed, removed, swapped, added, erased, cut off, moved to another workspace, all hashed anew. */
export function* tamperings(count: number, entries: number, workspaceId: string): Generator<Tamper> {
  const next = dice(20_261_129);
  const pick = (most: number) => Math.floor(next() * most);
  const columns = Object.keys(changes);
  for (let index = 0; index < count; index += 1) {
    const seq = 1 + pick(entries);
    const other = 1 + ((seq - 1 + 1 + pick(entries - 1)) % entries);
    const column = columns[pick(columns.length)] as string;
    const own = `workspace_id = '${workspaceId}'`;
    const makers: (() => Tamper)[] = [
      () => ({
        what: `${column} of ${seq}`,
        sql: [`update audit_entries set ${column} = ${changes[column]} where ${own} and seq = ${seq}`],
        seqs: [seq],
      }),
      () => ({
        what: `${seq} removed`,
        sql: [`delete from audit_entries where ${own} and seq = ${seq}`],
        seqs: [seq, seq - 1],
      }),
      () => ({
        what: `${seq} and ${other} swapped`,
        sql: [
          `update audit_entries set seq = -1 where ${own} and seq = ${seq}`,
          `update audit_entries set seq = ${seq} where ${own} and seq = ${other}`,
          `update audit_entries set seq = ${other} where ${own} and seq = -1`,
        ],
        seqs: [seq, other],
      }),
      () => ({
        what: `${seq} doubled`,
        sql: [
          `insert into audit_entries select (jsonb_populate_record(e, jsonb_build_object('sealed_at', sealed_at + interval '1 millisecond', 'id', gen_random_uuid()))).*
           from audit_entries e where ${own} and seq = ${seq}`,
        ],
        seqs: [seq],
      }),
      () => ({
        what: `who did ${seq} removed`,
        sql: [`update audit_entries set personal = null, salt = null where ${own} and seq = ${seq}`],
        seqs: [seq],
      }),
      () => ({
        what: `cut off behind ${seq - 1}, and the chain's end with it`,
        sql: [
          `delete from audit_entries where ${own} and seq >= ${seq}`,
          `update audit_chains set seq = ${seq - 1}, hash = coalesce((select hash from audit_entries where ${own} and seq = ${seq - 1}), hash) where ${own}`,
        ],
        seqs: [seq - 1],
      }),
      () => ({
        what: `cut off in front of ${seq}`,
        sql: [`delete from audit_entries where ${own} and seq <= ${seq}`],
        seqs: [1],
      }),
      () => ({
        what: `${seq} changed and all behind it hashed anew`,
        sql: [`update audit_entries set operation = operation || '.x' where ${own} and seq = ${seq}`],
        seqs: Array.from({ length: entries - seq + 1 }, (_, ahead) => seq + ahead),
        rehashedFrom: seq,
      }),
      () => ({
        what: `${seq} moved to another workspace`,
        sql: [`update audit_entries set workspace_id = gen_random_uuid() where ${own} and seq = ${seq}`],
        seqs: [seq, seq - 1],
      }),
    ];
    yield (makers[pick(makers.length)] as () => Tamper)();
  }
}
