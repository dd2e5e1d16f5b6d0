import Fastify from 'fastify';
import { systemClock } from '#platform/clock';
import { insertRows, openDatabase, sql, startEmbedded } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { createIds } from '#platform/ids';
import { chooseFields, recordJson } from '#platform/records';
import '../src/modules.ts';

/** What Kith is measured against: bare routes with the same pipelined reads under row-level security, and the same inserts. */
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
    await insertRows(tx, 'events', [
      {
        id: ids.next(),
        at: now,
        type: 'crm.contact.created',
        object: 'contact',
        record_ids: [id],
        change_set_id: id,
        actor_type: 'key',
        actor_id: workspaceId,
        actor_name: 'bare',
        depth: 0,
      },
    ]);
    await insertRows(tx, 'change_sets', [
      {
        id,
        operation: 'contacts.create',
        surface: 'bare',
        request_id: id,
        at: now,
        actor_type: 'key',
        actor_id: workspaceId,
        actor_name: 'bare',
        status: 'done',
        records: 1,
      },
    ]);
    await insertRows(tx, 'idempotency_keys', [
      { actor_id: workspaceId, key: id, request_hash: Buffer.from(id), status: 201, answer: JSON.stringify(body) },
    ]);
  });
  return reply.status(201).send({ id });
});

await server.listen({ port: Number(process.env.PORT) });
process.stdout.write('ready\n');
process.on('SIGTERM', async () => {
  await server.close();
  await database.close();
  await embedded.stop();
  process.exit(0);
});
