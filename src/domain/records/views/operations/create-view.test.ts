import '#domain/identity';
import '#domain/records/contacts';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { testWorld } from '#platform/testing';
import { viewsModule } from '../index.ts';
import { createView } from './create-view.ts';
import { listViews } from './list-views.ts';

const world = await testWorld();
const { run } = world;
const berlin = { name: 'Berlin', object: 'contact', filter: { city: { eq: 'Berlin' } }, sort: '-createdAt' };

test('a view is kept under its name, belongs to who made it, and is told', async () => {
  expect(viewsModule.name).toBe('views');
  const made = await run(createView, berlin as never);
  expect(made).toMatchObject({ ...berlin, shared: false, id: expect.stringMatching(/^vw_/) });
  expect((await run(listViews, {})).data).toMatchObject([{ id: made.id, filter: berlin.filter }]);
  expect(await world.eventTypes()).toContain('records.view.created');
});

test('mistakes, a missing permission and the views of others are refused', async () => {
  const wrong = [{ name: '' }, { object: 'nothing' }, { filter: 'x' }, { ownerId: 'us_1' }, { name: 'x'.repeat(256) }];
  for (const one of wrong)
    await expect(run(createView, { ...berlin, ...one } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('views:read');
  await expect(run(createView, berlin as never, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
