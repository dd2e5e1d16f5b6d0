import { expect, test } from 'vitest';
import { demoWorld } from '../demo-world.fixture.ts';
import { createDemo } from './create-demo.ts';
import { removeChunk } from './remove-chunk.ts';
import { removeDemo } from './remove-demo.ts';

const world = await demoWorld();

test('nothing is taken of a demo that nobody wants to be rid of', async () => {
  expect(await world.run(removeChunk, {})).toEqual({ more: false });
  await world.run(createDemo, { contacts: 60 });
  await world.make();
  expect(await world.run(removeChunk, {})).toEqual({ more: false });
  expect(await world.counts()).toMatchObject({ contacts: 60 });
});

test('tasks go first, then deals with all that is theirs, products, leads, activities, contacts and accounts', async () => {
  await world.run(removeDemo, {});
  const left: number[][] = [];
  for (let more = true; more; ) {
    more = (await world.run(removeChunk, {})).more;
    const { tasks, deals, products, leads, activities, contacts, accounts } = await world.counts();
    left.push([tasks, deals, products, leads, activities, contacts, accounts].map((count) => (count > 0 ? 1 : 0)));
  }
  expect(left).toEqual([
    [0, 1, 1, 1, 1, 1, 1],
    [0, 0, 1, 1, 1, 1, 1],
    [0, 0, 0, 1, 1, 1, 1],
    [0, 0, 0, 0, 1, 1, 1],
    [0, 0, 0, 0, 0, 1, 1],
    [0, 0, 0, 0, 0, 0, 1],
    [0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0],
  ]);
});

test('it is refused without the permission, and takes no input', async () => {
  const actor = world.actorWith('contacts:delete');
  await expect(world.run(removeChunk, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(removeChunk, { all: true } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
