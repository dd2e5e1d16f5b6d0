import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { begun, peopleFile } from '../import-fixture.ts';
import { listImports } from './list-imports.ts';

const world = await testWorld();

test('imports are listed newest first, as many as were asked for', async () => {
  const ids = [];
  for (let index = 0; index < 3; index++) ids.push(await begun(world, peopleFile(1)));
  const { data } = await world.run(listImports, { limit: 2 });
  expect(data.map((one: { id: string }) => one.id)).toEqual(ids.reverse().slice(0, 2));
});

test('another workspace sees none of them', async () => {
  await begun(world, peopleFile(1));
  expect(await world.run(listImports, {}, { actor: world.stranger })).toEqual({ data: [], page: {} });
});

test('a limit that is none and a missing permission are refused', async () => {
  await expect(world.run(listImports, { limit: 0 })).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('contacts:read');
  await expect(world.run(listImports, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
