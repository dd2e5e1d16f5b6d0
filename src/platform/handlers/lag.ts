import type { Ports } from '#platform/context';
import { type Sql, sql } from '#platform/database';
import type { Handler } from '#platform/events';

/** How far a group of handlers is behind the log. */
export interface HandlerLag {
  handler: string;
  /** Events that it hears and has not had; 10,000 stands for that many or more. */
  behind: number;
  /** When the oldest of them happened. */
  oldestAt: Date | null;
  /** Tries of the batch that it stands at, when that failed. */
  failures: number;
  lastError: string | null;
  /** Events that it could not take and that were put aside. */
  failed: number;
}

const mostCounted = 10_000;

/** How far handlers are behind the log of one workspace. It is read from the log itself, so that a handler that is stuck shows. */
export function handlerLags(reader: Sql, handlers: readonly Handler[]): Promise<HandlerLag[]> {
  const names = handlers.map(({ name }) => name);
  const heard = JSON.stringify(handlers.map(({ on }) => on));
  return reader.rows<HandlerLag>(sql`
    select g.name as handler, coalesce(c.failures, 0) as failures, c.last_error as "lastError", l.behind, l."oldestAt", f.failed
    from unnest(${names}::text[]) with ordinality as g(name, place)
    left join handler_cursors c on c.workspace_id = kith.workspace_id() and c.handler_group = g.name
    cross join lateral (
      select count(*)::integer as behind, min(n.at) as "oldestAt" from (
        select e.at from events e
        where e.workspace_id = kith.workspace_id()
          and (e.epoch, e.xid, e.id) > (coalesce(c.epoch, 0), coalesce(c.xid, '0'), coalesce(c.event_id, '00000000-0000-0000-0000-000000000000'))
          and e.type in (select jsonb_array_elements_text(${heard}::jsonb -> (g.place - 1)::integer))
        order by e.epoch, e.xid, e.id limit ${mostCounted}
      ) n
    ) l
    cross join lateral (
      select count(*)::integer as failed from failed_events x where x.workspace_id = kith.workspace_id() and x.handler_group = g.name
    ) f
    order by g.place`);
}

/** The same for all workspaces together, as the metrics tell it: sums, the oldest event of any, in milliseconds. */
export interface TotalLag {
  handler: string;
  behind: number;
  lagMs: number;
  failed: number;
}

export async function totalLags(ports: Ports, handlers: readonly Handler[]): Promise<TotalLag[]> {
  const totals = new Map(handlers.map(({ name }) => [name, { handler: name, behind: 0, lagMs: 0, failed: 0 }]));
  const { database } = ports;
  const workspaces = await database.system.rows<{ id: string }>(sql`select id from kith.list_workspaces()`);
  for (const { id } of workspaces) {
    const nowMs = ports.clock.now().getTime();
    for (const { handler, behind, oldestAt, failed } of await handlerLags(database.reader(id), handlers)) {
      const total = totals.get(handler);
      if (!total) continue;
      total.behind += behind;
      total.failed += failed;
      if (oldestAt) total.lagMs = Math.max(total.lagMs, nowMs - oldestAt.getTime());
    }
  }
  return [...totals.values()];
}
