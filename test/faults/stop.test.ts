import { afterAll, beforeAll, expect, it } from 'vitest';
import { countsOf, ended, importOf, rowsIn } from './imports.ts';
import { KithProcess } from './kith-process.ts';
import { leadFile } from './lead-file.ts';
import { anomalies, handlersDone, noAnomalies } from './truth.ts';
import { newWorkspace } from './workspace.ts';

/** One person is named again and again. */
const file = leadFile(12_000, 1, 7);
const server = new KithProcess();

beforeAll(() => server.start());
afterAll(() => server.remove());

it('stops within three seconds in the middle of an import, and goes on with it at the next start', async () => {
  const { id: workspaceId, client } = await newWorkspace(server, 'Stopped');
  const id = await client.importFile('leads.csv', file.text, 'import');
  const stopMs: number[] = [];
  for (const rows of [1, 3000, 6000]) {
    await rowsIn(client, id, rows);
    expect((await importOf(client, id)).status).toBe('running');
    stopMs.push(Math.round(await server.stop()));
    await server.start();
  }
  const counts = await ended(client, id);
  console.info(`stopped after ${stopMs.join(', ')} ms`);
  expect(countsOf(counts)).toMatchObject({ rows: file.rows, created: file.people + 1, rejected: file.rejected });
  expect(Math.max(...stopMs)).toBeLessThan(3000);
  await handlersDone(server, workspaceId);
  expect(await anomalies(server, workspaceId)).toEqual(noAnomalies);
  const errors = server.lines.filter((line) => line.includes('"level":50'));
  expect(errors).toEqual([]);
}, 60_000);
