import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { listObjects } from './list-objects.ts';

const world = await objectsWorld();
const { run, code } = world;

test('the kinds of the workspace are listed, and only those', async () => {
  expect((await run(listObjects, {})).data).toMatchObject([{ name: 'project', label: 'Project', prefix: 'proj' }]);
  expect(await run(listObjects, {}, { actor: world.stranger })).toEqual({ data: [], deleted: [] });
});

test('it is refused without the permission and with wrong input', async () => {
  expect(await code(run(listObjects, {}, { actor: world.actorWith('contacts:read') }))).toBe('not_allowed');
  expect(await code(run(listObjects, { colour: 'red' } as never))).toBe('validation_failed');
});
