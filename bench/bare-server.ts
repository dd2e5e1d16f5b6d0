import Fastify from 'fastify';
import { systemClock } from '#platform/clock';
import { insertRows, openDatabase, sql, startEmbedded, type Transaction } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { createIds } from '#platform/ids';
import { chooseFields, recordJson } from '#platform/records';
import '../src/modules.ts';

/** What Kith is measured against: bare routes with the same pipelined reads under row-level security, and the same inserts and updates. */
const embedded = await startEmbedded({ home: process.env.KITH_HOME ?? '', say: () => undefined });
const database = openDatabase({ appUrl: embedded.appUrl, max: 10 });
const ids = createIds(systemClock);
const workspace = await database.system.first<{ id: string }>(sql`select id from kith.list_workspaces() limit 1`);
const workspaceId = workspace?.id ?? '';
const contact = objectNamed('contact');
const json = recordJson(contact, chooseFields(contact, undefined));
const server = Fastify();

server.get('/bare/:id', async (request, reply) => {
  const { id } = request.params as { id: string };
  const row = await database
    .reader(workspaceId)
    .first<{ json: string }>(
      sql`select ${json} as json from contacts t where t.workspace_id = kith.workspace_id() and t.id = ${id}`,
    );
  return reply.header('content-type', 'application/json').send(row?.json);
});

server.post('/bare', async (request, reply) => {
  const body = request.body as Record<string, string>;
  const id = ids.next();
  const now = new Date().toISOString();
  await database.write(workspaceId, async (tx) => {
    await insertRows(tx, 'contacts', [
      {
        id,
        name: body.firstName,
        first_name: body.firstName,
        last_name: body.lastName,
        email: body.email,
        created_at: now,
        updated_at: now,
        created_by: workspaceId,
        updated_by: workspaceId,
      },
    ]);
    await insertRows(tx, 'contact_points', [
      { contact_id: id, kind: 'email', key: body.email, value: body.email, is_primary: true, is_shared: false },
    ]);
    await noteDown(tx, { id, now, verb: 'create', recordId: id, answer: JSON.stringify(body) });
  });
  return reply.status(201).send({ id });
});

server.patch('/bare/:id', async (request, reply) => {
  const { id } = request.params as { id: string };
  const { title } = request.body as { title: string };
  const now = new Date().toISOString();
  const changeSetId = ids.next();
  const before = await database.write(workspaceId, async (tx) => {
    const row = await tx.first<{ title: string | null; version: string }>(
      sql`select title, version from contacts where workspace_id = kith.workspace_id() and id = ${id} for update`,
    );
    tx.send(sql`update contacts set title = ${title}, version = version + 1, updated_at = ${now}, updated_by = ${workspaceId}
      where workspace_id = kith.workspace_id() and id = ${id}`);
    await insertRows(tx, 'changes', [
      {
        id: ids.next(),
        at: now,
        change_set_id: changeSetId,
        object: 'contact',
        record_id: id,
        version: row?.version,
        before: { title: row?.title },
        after: { title },
      },
    ]);
    await noteDown(tx, { id: changeSetId, now, verb: 'update', recordId: id, answer: title });
    return row;
  });
  return reply.send({ id, title, before: before?.title });
});

interface Noted {
  id: string;
  now: string;
  verb: 'create' | 'update';
  recordId: string;
  answer: string;
}

/** The event, the change set and the kept answer of a write. */
async function noteDown(tx: Transaction, { id, now, verb, recordId, answer }: Noted): Promise<void> {
  const actor = { actor_type: 'key', actor_id: workspaceId, actor_name: 'bare' };
  const event = { type: `crm.contact.${verb}d`, object: 'contact', record_ids: [recordId], depth: 0 };
  await insertRows(tx, 'events', [{ id: ids.next(), at: now, change_set_id: id, ...event, ...actor }]);
  const set = { operation: `contacts.${verb}`, surface: 'bare', request_id: id, status: 'done', records: 1 };
  await insertRows(tx, 'change_sets', [{ id, at: now, ...set, ...actor }]);
  await insertRows(tx, 'idempotency_keys', [
    { actor_id: workspaceId, key: id, request_hash: Buffer.from(id), status: 200, answer },
  ]);
}

await server.listen({ port: Number(process.env.PORT) });
process.stdout.write('ready\n');
process.on('SIGTERM', async () => {
  await server.close();
  await database.close();
  await embedded.stop();
  process.exit(0);
});
