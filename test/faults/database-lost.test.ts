import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { expectBooksToAgree, openOffice, summaryOf } from './books.ts';
import { ended, rowsIn } from './imports.ts';
import { KithProcess } from './kith-process.ts';
import { leadFile } from './lead-file.ts';
import { Random, seedOf } from './random.ts';
import { newWorkspace } from './workspace.ts';

const random = new Random(seedOf('lost database'));
const file = leadFile(8000, 1, 3);
const server = new KithProcess();

beforeAll(() => server.start());
afterAll(() => server.remove());

/** SIGKILL to PostgreSQL: to the whole of it, or to one of its backends, after which it ends all the others. */
function killDatabase(whole: boolean): void {
  const [postmaster, ...children] = server.databaseProcesses();
  const pid = whole ? postmaster : children.at(-1);
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
}

async function databaseIsBack(): Promise<void> {
  for (let waited = 0; waited < 400; waited += 1, await sleep(25))
    if ((await fetch(`${server.url}/ready`)).status === 200) return;
  throw new Error('The server does not find its database again.');
}

it('outlives its database, says not_ready meanwhile, and goes on with all work when it is back', async () => {
  const office = await openOffice(server, 'Steady', 4, random);
  let going = true;
  const load = Promise.all(office.writers.map((writer) => writer.run(() => going)));
  // A writer that is refused is told when all are awaited, and not while the server is being killed.
  load.catch(() => undefined);
  const id = await office.client.importFile('leads.csv', file.text, 'import');
  for (const [rows, whole] of [
    [1000, true],
    [2000, false],
    [4000, true],
  ] as const) {
    await rowsIn(office.client, id, rows);
    await sleep(random.below(60));
    killDatabase(whole);
    expect((await fetch(`${server.url}/live`)).status).toBe(200);
    await sleep(50);
    await databaseIsBack();
  }
  expect(await ended(office.client, id)).toMatchObject({ status: 'done', rows: file.rows, created: file.people + 1 });
  going = false;
  await load;
  expect(server.isRunning).toBe(true);
  const outcomes = new Set(office.writers.flatMap((writer) => [...writer.outcomes]));
  console.info(`answers: ${[...outcomes].join(', ')}; ${summaryOf(office)}`);
  expect([...outcomes].filter((outcome) => outcome === 'lost' || outcome === 500)).toEqual([]);
  expect(outcomes).toContain(503);
  await expectBooksToAgree(server, office);
}, 90_000);

it('answers problem+json while the database is away', async () => {
  const { client } = await newWorkspace(server, 'Away');
  await client.get('/contacts');
  killDatabase(true);
  const away: unknown[] = [];
  for (let back = false; !back; await sleep(10)) {
    const { status, headers, body } = await client.send({ method: 'GET', path: '/contacts' });
    back = status === 200 && away.length > 0;
    if (status !== 200) away.push({ status, type: headers.get('content-type'), code: body.code });
  }
  const expected = { status: 503, type: 'application/problem+json; charset=utf-8', code: 'not_ready' };
  expect(new Set(away.map((one) => JSON.stringify(one)))).toEqual(new Set([JSON.stringify(expected)]));
});
