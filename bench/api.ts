import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { generateAccounts, generateContacts } from '#domain/demo';
import { startEmbedded } from '#platform/database';
import {
  atLeast,
  atMost,
  type Figure,
  kith,
  load,
  oneAtATime,
  type Server,
  startServer,
  temporaryHome,
  untilSettled,
} from './kit.ts';

const contacts = 200_000;

/** Fills a home with contacts straight into the tables, as the owner. */
async function seed(home: string): Promise<{ ids: string[]; names: string[] }> {
  const embedded = await startEmbedded({ home, say: () => undefined });
  const owner = new pg.Client({ connectionString: embedded.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<{ id: string }>('select id from workspaces limit 1');
  const workspaceId = rows[0]?.id;
  await owner.query(`set app.workspace_id = '${workspaceId}'`);
  const people = [...generateContacts(contacts, generateAccounts(20_000, 1, new Date()), 1)];
  const names: string[] = [];
  for (let at = 0; at < people.length; at += 5000) {
    const part = people
      .slice(at, at + 5000)
      .map((one, index) => ({ ...one, email: one.email?.replace('@', `.${at + index}@`) ?? null }));
    for (const one of part.slice(0, 20)) names.push(`${one.firstName} ${one.lastName}`);
    await owner.query(
      `with made as (
         insert into contacts (id, name, first_name, last_name, email, title, city, country, lead_source, created_at, updated_at, created_by, updated_by)
         select gen_random_uuid(), coalesce(first_name || ' ', '') || coalesce(last_name, ''), first_name, last_name, email, title, city, country, lead_source, at, at, $1, $1
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[])
           as r(first_name, last_name, email, title, city, country, lead_source, at) returning id, email)
       insert into contact_points (contact_id, kind, key, value, is_primary) select id, 'email', lower(email), email, true from made where email is not null`,
      [
        workspaceId,
        ...(['firstName', 'lastName', 'email', 'title', 'city', 'country', 'leadSource', 'createdAt'] as const).map(
          (name) => part.map((one) => one[name]),
        ),
      ],
    );
  }
  const { rows: found } = await owner.query<{ id: string }>('select id from contacts order by random() limit 2000');
  // The search handler reads events: one row a thousand records, as an import writes them.
  await owner.query(
    `insert into events (id, type, object, record_ids, actor_type, actor_id, actor_name)
     select gen_random_uuid(), 'crm.contact.created', 'contact', array_agg(id), 'system', $1, 'bench' from (select id, row_number() over () / 1000 as part from contacts) c group by part`,
    [workspaceId],
  );
  await owner.query('analyze');
  await owner.end();
  await embedded.stop();
  return { ids: found.map((row) => row.id), names };
}

const memoryMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function call(server: Server, key: string, path: string, init: RequestInit = {}): Promise<unknown> {
  const answer = await fetch(server.url + path, {
    ...init,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Reads, writes and searches over REST, beside bare routes on the same database. */
export async function benchApi(): Promise<Figure[]> {
  const { home, remove } = temporaryHome();
  const figures: Figure[] = [];
  let server = await startServer(home);
  figures.push(atMost('first start', server.startMs / 1000, 5, ' s'));
  await server.stop();
  const { ids, names } = await seed(home);
  server = await startServer(home);
  await untilSettled(home);
  await server.stop();
  server = await startServer(home);
  figures.push(atMost('start again', server.startMs / 1000, 2, ' s'));
  await pause(5000);
  figures.push(atMost('RSS idle', memoryMb(server.pid), 250, ' MB'));
  const key = await kith(home, 'key', 'create', '--name', 'bench', '--role', 'admin');
  const bare = await startServer(home, fileURLToPath(new URL('./bare-server.ts', import.meta.url)), []);
  try {
    const pick = (index: number) => ids[index % ids.length] ?? '';
    const ofKith = { url: server.url, key, next: (index: number) => ({ path: `/api/v1/contacts/${pick(index)}` }) };
    const ofBare = { url: bare.url, next: (index: number) => ({ path: `/bare/${pick(index)}` }) };
    // Both programs are seconds old: their first requests are spent on being compiled.
    for (const cold of [ofKith, ofBare]) await load({ ...cold, seconds: 2 });
    const one = await load(ofKith);
    const bareOne = await load(ofBare);
    figures.push(
      atLeast('get one', one.perSecond, 1150),
      atLeast('get one, of a bare route', (100 * one.perSecond) / bareOne.perSecond, 60, ' %'),
    );
    const list = await load({ url: `${server.url}/api/v1/contacts?limit=60`, key });
    figures.push(atLeast('list of 60, newest first', list.perSecond, 420));
    const cities = ['Berlin', 'Paris', 'London', 'Madrid', 'Tokyo', 'Nowhere'];
    const filtered = await oneAtATime(200, (index) => {
      const filter = encodeURIComponent(
        JSON.stringify({
          and: [{ city: { eq: cities[index % cities.length] } }, { lifecycleStage: { ne: 'customer' } }],
        }),
      );
      return call(server, key, `/api/v1/contacts?limit=60&sort=${index % 2 ? 'name' : '-createdAt'}&filter=${filter}`);
    });
    figures.push(atMost('list filtered and sorted, p95 one at a time', filtered, 20));
    const typed = (index: number) => (names[index % names.length] ?? 'ana').slice(0, 2 + (index % 7));
    const search = await load({
      url: server.url,
      key,
      next: (index) => ({ path: `/api/v1/contacts?limit=20&q=${encodeURIComponent(typed(index))}` }),
    });
    figures.push(atLeast('search by name, as you type', search.perSecond, 360));
    const body = (index: number) => ({
      firstName: 'Bench',
      lastName: `Number ${index}`,
      email: `bench.${Date.now()}.${index}@example.com`,
    });
    const create = await load({
      url: server.url,
      key,
      method: 'POST',
      next: (index) => ({ path: '/api/v1/contacts', body: body(index) }),
    });
    const bareCreate = await load({
      url: bare.url,
      method: 'POST',
      next: (index) => ({ path: '/bare', body: body(index) }),
    });
    figures.push(
      atLeast('create', create.perSecond, 500),
      atLeast('create, of a bare route', (100 * create.perSecond) / bareCreate.perSecond, 45, ' %'),
    );
    const update = await load({
      url: server.url,
      key,
      method: 'PATCH',
      next: (index) => ({ path: `/api/v1/contacts/${pick(index)}`, body: { title: `Title ${index}` } }),
    });
    const bareUpdate = await load({
      url: bare.url,
      method: 'PATCH',
      next: (index) => ({ path: `/bare/${pick(index)}`, body: { title: `Bare title ${index}` } }),
    });
    figures.push(
      atLeast('update', update.perSecond, 480),
      atLeast('update, of a bare route', (100 * update.perSecond) / bareUpdate.perSecond, 45, ' %'),
    );
    const failed = one.failed + list.failed + search.failed + create.failed + update.failed;
    figures.push(atMost('requests that failed', failed, 0, ''));
    return figures;
  } finally {
    await bare.stop();
    await server.stop();
    await remove();
  }
}
