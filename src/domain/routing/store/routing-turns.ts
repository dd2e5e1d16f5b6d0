import { type Sql, sql, type Transaction } from '#platform/database';

/** How far a member of a wheel (a rule or a territory) is ahead of or behind their share. */
export interface Turn {
  wheelId: string;
  userId: string;
  standing: number;
}

/** Lets one routing at a time into a workspace: of two at once both would give the same person the turn. */
export function holdRouting(tx: Transaction): void {
  tx.send(sql`select pg_advisory_xact_lock(hashtextextended('routing:' || kith.workspace_id()::text, 0))`);
}

export function turnsOf(reader: Sql, wheelIds: readonly string[]): Promise<Turn[]> {
  return reader.rows<Turn>(sql`select wheel_id as "wheelId", user_id as "userId", standing from routing_turns
    where workspace_id = kith.workspace_id() and wheel_id = any(${wheelIds}::uuid[])`);
}

export function keepTurns(tx: Transaction, turns: readonly Turn[]): void {
  if (turns.length === 0) return;
  const columns = [turns.map((one) => one.wheelId), turns.map((one) => one.userId), turns.map((one) => one.standing)];
  tx.send(sql`insert into routing_turns (wheel_id, user_id, standing)
    select * from unnest(${columns[0]}::uuid[], ${columns[1]}::uuid[], ${columns[2]}::int8[])
    on conflict (workspace_id, wheel_id, user_id) do update set standing = excluded.standing`);
}

export function forgetTurns(tx: Transaction, wheelIds: readonly string[]): void {
  if (wheelIds.length === 0) return;
  tx.send(
    sql`delete from routing_turns where workspace_id = kith.workspace_id() and wheel_id = any(${wheelIds}::uuid[])`,
  );
}
