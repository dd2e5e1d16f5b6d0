import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { listTemplates } from './list-templates.ts';

const world = await communicationsWorld();
await world.template({ name: 'B' });
await world.template({ name: 'A', type: 'sms' });
const names = async (input: object) =>
  (await world.run(listTemplates, input as never)).data.map((one: { name: string }) => one.name);

test('templates are sorted by name and found by type', async () => {
  expect(await names({ sort: 'name' })).toEqual(['A', 'B']);
  expect(await names({ filter: { type: { eq: 'sms' } } })).toEqual(['A']);
});

test('it is refused without the permission or with wrong input, and another workspace sees nothing', async () => {
  await world.refuses(listTemplates, {}, 'strange');
  expect((await world.run(listTemplates, {}, { actor: world.stranger })).data).toEqual([]);
});
