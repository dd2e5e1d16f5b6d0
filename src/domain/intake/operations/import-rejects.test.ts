import { expect, test } from 'vitest';
import { testWorld, type World } from '#platform/testing';
import { all, begun, imported, peopleFile } from '../import-fixture.ts';
import { importRejects } from './import-rejects.ts';

const world = await testWorld();

async function rejects(id: string, marked: boolean, of: World = world): Promise<string> {
  const { chunks } = await of.run(importRejects, { id, marked });
  const parts: string[] = [];
  for await (const part of chunks as AsyncIterable<string>) parts.push(part);
  return parts.join('');
}

const file =
  'First name,Email,Shoe size\nAna,ana@example.com,40\n,,41\nBo,no mail,42\n"=cmd|x",,"a ""quote"", and\na line"\n';

test('rejected rows come with their number and the reason, marked ones when asked for', async () => {
  const { id } = await imported(world, file);
  const text = await rejects(id, false);
  expect(text.split('\r\n')[0]).toBe('\uFEFFFirst name,Email,Shoe size,Row,Reason,As it stood');
  expect(text).toContain(',,41,2,');
  expect(text).not.toContain('Bo');
  expect(await rejects(id, true)).toMatch(/Bo,no mail,42,3,/);
});

test('the file can be mended and imported again: only what was wrong changes', async () => {
  const { id } = await imported(world, file);
  const mended = (await rejects(id, true)).replace('no mail', 'bo@example.com').replace(',,41', 'Cy,cy@example.com,41');
  const again = await imported(world, mended);
  expect(again).toMatchObject({ rows: 2, created: 2, rejected: 0 });
  expect(again.mapping).toMatchObject({ Row: null, Reason: null, 'As it stood': null });
});

test('as it is, the file brings in nothing that was rejected before', async () => {
  const broken = `${peopleFile(3)}Di,"never closed,di@example.com,\nEd,Ek,ed@example.com,Oslo\n`;
  const one = await imported(world, broken);
  expect(one).toMatchObject({ rows: 5, rejected: 1 });
  const text = await rejects(one.id, false);
  expect(text).toContain('never closed');
  const again = await imported(world, text);
  expect(again).toMatchObject({ rows: 1, created: 0, rejected: 1 });
});

test('a formula in a cell is neutralised on the way out and comes back as it was', async () => {
  const { id } = await imported(world, 'First name,Email,City\nFay,nonsense,=1+1\nGus,gus@example.com,Oslo\n');
  const text = await rejects(id, true);
  expect(text).toContain("'=1+1");
  await imported(world, text);
  expect(await all(world, 'contacts', { city: { eq: '=1+1' } })).toHaveLength(2);
});

test('another workspace and somebody without permission get nothing', async () => {
  const id = await begun(world, peopleFile(1));
  await expect(world.run(importRejects, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(importRejects, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(importRejects, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
});
