import { expect, test } from 'vitest';
import { eventsWorld, taken, tester } from '../events-world.fixture.ts';
import { replayHandler } from './replay-handler.ts';

const world = await eventsWorld();
const wait = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a handler has again what happened since a moment, and nothing from before it', async () => {
  const early = await world.happen();
  await wait();
  const from = new Date().toISOString();
  await wait();
  const late = await world.happen();
  await world.settle();
  expect(await world.run(replayHandler, { name: tester.name, from })).toEqual({ handler: tester.name, from });
  await world.handle(tester);
  expect(taken).toEqual([early, late, late]);
  await world.run(replayHandler, { name: tester.name, from: '2020-01-01T00:00:00Z' });
  await world.handle(tester);
  expect(taken).toEqual([early, late, late, early, late]);
});

test('a moment at which nothing has happened since gives nothing again', async () => {
  await wait();
  await world.run(replayHandler, { name: tester.name, from: new Date().toISOString() });
  const before = taken.length;
  await world.handle(tester);
  expect(taken).toHaveLength(before);
});

test('a name that no handler has, and no moment, are refused; so is who may not', async () => {
  const from = new Date().toISOString();
  await expect(world.run(replayHandler, { name: 'test.tester', from })).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining("'test.taster'"),
  });
  await expect(world.run(replayHandler, { name: tester.name, from: 'yesterday' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  const actor = world.actorWith('handlers:read');
  await expect(world.run(replayHandler, { name: tester.name, from }, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await world.run(replayHandler, { name: tester.name, from }, { actor: world.stranger });
});
