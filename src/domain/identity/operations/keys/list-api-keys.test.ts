import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn } from '../../people.fixture.ts';
import { createApiKey } from './create-api-key.ts';
import { listApiKeys } from './list-api-keys.ts';

const world = await testWorld();

test('keys are listed page by page, newest first, without themselves', async () => {
  for (const name of ['A', 'B', 'C']) await world.run(createApiKey, { name, role: 'rep' });
  const first = await world.run(listApiKeys, { limit: 2 });
  const second = await world.run(listApiKeys, { limit: 2, cursor: first.page.next });
  expect([...first.data, ...second.data].map((key: { name: string }) => key.name)).toEqual(['C', 'B', 'A']);
  expect(second.page).toEqual({});
  expect(JSON.stringify(first.data)).not.toMatch(/hash|kith_[\w-]{10}/);
});

test('refuses without permission, a foreign cursor, and shows another workspace nothing', async () => {
  await expect(world.run(listApiKeys, {}, { actor: await personIn(world, 'manager') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(listApiKeys, { cursor: "' or 1=1" })).rejects.toMatchObject({ code: 'bad_request' });
  await expect(world.run(listApiKeys, { limit: 0 })).rejects.toMatchObject({ code: 'validation_failed' });
  expect((await world.run(listApiKeys, {}, { actor: world.stranger })).data).toEqual([]);
});
