import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { KithProcess } from './kith-process.ts';

/** Looks into the database itself, past the server and its policies. */
export async function ask<Row extends object>(
  server: KithProcess,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: server.ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Waits until every group of handlers has read the log of the workspace to its end. */
export async function handlersDone(server: KithProcess, workspaceId: string): Promise<void> {
  for (const begunAt = performance.now(); performance.now() - begunAt < 20_000; await sleep(50)) {
    const [behind] = await ask<{ count: string }>(
      server,
      `select count(*) from handler_cursors c where workspace_id = $1 and exists (select 1 from events e
         where e.workspace_id = c.workspace_id and (e.epoch, e.xid, e.id) > (c.epoch, c.xid, c.event_id))`,
      [workspaceId],
    );
    if (behind?.count === '0') return;
  }
  throw new Error('Handlers did not come to the end of the log.');
}

export interface Anomalies {
  doubles: unknown[];
  announcedTwice: unknown[];
  notAnnounced: unknown[];
  announcedButGone: unknown[];
  notSearchable: unknown[];
  failedEvents: unknown[];
  lockedJobs: unknown[];
  stuckJobs: unknown[];
}

export const noAnomalies: Anomalies = {
  doubles: [],
  announcedTwice: [],
  notAnnounced: [],
  announcedButGone: [],
  notSearchable: [],
  failedEvents: [],
  lockedJobs: [],
  stuckJobs: [],
};

const announced = (verb: string) =>
  `select unnest(record_ids) as id from events where workspace_id = $1 and type = 'crm.contact.${verb}'`;

/** Everything that must never be, after whatever has happened; at most ten examples of each. */
export async function anomalies(server: KithProcess, workspaceId: string): Promise<Anomalies> {
  const find = (text: string) => ask(server, `${text} limit 10`, [workspaceId]);
  return {
    doubles:
      await find(`select key, count(*)::int from contact_points p join contacts c on c.workspace_id = p.workspace_id and c.id = p.contact_id
      where p.workspace_id = $1 and p.kind = 'email' and not p.is_shared and c.deleted_at is null group by key having count(*) > 1`),
    announcedTwice: await find(
      `select id, count(*)::int from (${announced('created')}) a group by id having count(*) > 1`,
    ),
    notAnnounced: await find(`select id from contacts where workspace_id = $1 and id not in (${announced('created')})`),
    announcedButGone: await find(
      `select id from (${announced('created')}) a where id not in (select id from contacts where workspace_id = $1)`,
    ),
    notSearchable:
      await find(`select coalesce(c.id, d.record_id) as id from (select id from contacts where workspace_id = $1 and deleted_at is null) c
      full join (select record_id from search_documents where workspace_id = $1 and object = 'contact') d on d.record_id = c.id
      where c.id is null or d.record_id is null`),
    failedEvents: await find('select * from failed_events where workspace_id = $1'),
    lockedJobs: await ask(
      server,
      'select id, locked_by, attempts from graphile_worker._private_jobs where locked_at is not null limit 10',
    ),
    stuckJobs: await ask(
      server,
      `select id, attempts, last_error from graphile_worker._private_jobs where last_error is not null or run_at < now() - interval '5 s' limit 10`,
    ),
  };
}

/** What an import has made of the contacts of a workspace, in a form that is the same for two workspaces. */
export async function contactsOf(server: KithProcess, workspaceId: string): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    server,
    `select concat_ws('|', c.email, c.first_name, c.last_name, c.phone, c.title, c.city, c.country, a.name, c.lead_score, c.score_tier,
        c.quality_score, c.version, c.unmapped::text, (select string_agg(p.kind || p.key, ',' order by p.kind, p.key) from contact_points p
          where p.workspace_id = c.workspace_id and p.contact_id = c.id),
        (select count(*) from changes h where h.workspace_id = c.workspace_id and h.record_id = c.id)) as line
     from contacts c left join accounts a on a.workspace_id = c.workspace_id and a.id = c.account_id
     where c.workspace_id = $1 and c.deleted_at is null order by 1`,
    [workspaceId],
  );
  return rows.map((row) => row.line);
}
