import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { personIn } from '../people.fixture.ts';
import { getSettings } from './get-settings.ts';

const world = await testWorld({ ports: { identity: { localUrl: 'http://localhost:4123' } } });

test('a new workspace has settings that say what holds', async () => {
  expect(await world.run(getSettings, {})).toMatchObject({
    name: 'Acme',
    baseUrl: null,
    mail: null,
    effective: { baseUrl: 'http://localhost:4123', mail: 'none' },
  });
});

test('refuses without permission and bad input', async () => {
  await expect(world.run(getSettings, {}, { actor: await personIn(world, 'manager') })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(world.run(getSettings, { id: 'x' } as never)).rejects.toMatchObject({ code: 'validation_failed' });
});

test('another workspace sees its own', async () => {
  expect(await world.run(getSettings, {}, { actor: world.stranger })).toMatchObject({ name: 'Other' });
});
