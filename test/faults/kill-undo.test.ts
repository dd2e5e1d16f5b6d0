import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ended } from './imports.ts';
import { KithProcess } from './kith-process.ts';
import { knownPeople, leadFile } from './lead-file.ts';
import { Random, seedOf } from './random.ts';
import { anomalies, ask, handlersDone, noAnomalies } from './truth.ts';
import { newWorkspace } from './workspace.ts';

const known = 100;
const seed = seedOf('killed undo');
const random = new Random(seed);
const file = leadFile(6000, known, seed);
const server = new KithProcess();

beforeAll(() => server.start());
afterAll(() => server.remove());

/** What is not deleted, without what any change moves: versions and times. */
async function valuesOf(workspaceId: string): Promise<unknown[]> {
  return ask(
    server,
    `select c.email, c.first_name, c.last_name, c.title, c.city, c.country, a.name as account from contacts c
       left join accounts a on a.workspace_id = c.workspace_id and a.id = c.account_id
       where c.workspace_id = $1 and c.deleted_at is null
     union all select null, null, null, null, null, null, name from accounts where workspace_id = $1 and deleted_at is null order by 1, 7`,
    [workspaceId],
  );
}

it('takes a whole import back, however often the server is killed meanwhile', async () => {
  const { id: workspaceId, client } = await newWorkspace(server, 'Undone');
  await ended(client, await client.importFile('known.csv', knownPeople(known), 'known'));
  const before = await valuesOf(workspaceId);
  const id = await client.importFile('leads.csv', file.text, 'leads');
  expect(await ended(client, id)).toMatchObject({ status: 'done', created: file.people });
  const { changeSetId } = (await client.get(`/imports/${id}`)).body as { changeSetId: string };
  const undo = { method: 'POST', path: `/changes/${changeSetId}/undo`, idempotencyKey: 'undo' } as const;
  const { body } = await client.insist(undo);
  expect(body).toMatchObject({ status: 'running' });
  for (let kill = 0; kill < 3; kill += 1) {
    await sleep(random.below(400));
    await (kill === 1 ? server.cutPower() : server.kill());
    await server.start();
  }
  expect((await client.insist(undo)).body).toEqual(body);
  for (let waited = 0; waited < 600; waited += 1, await sleep(50))
    if ((await client.get(`/changes/${body.changeSetId}`)).body.status !== 'partial') break;
  await handlersDone(server, workspaceId);
  expect(await valuesOf(workspaceId)).toEqual(before);
  expect(await anomalies(server, workspaceId)).toEqual(noAnomalies);
}, 120_000);
