import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { updateList } from './update-list.ts';

const world = await listsWorld();
const { run, person, make, members, refuses } = world;

test('the filter of a dynamic list changes who is on it, which is told', async () => {
  await person('Ana', { city: 'Berlin' });
  await person('Bo', { city: 'Paris' });
  const { id } = await make({ kind: 'dynamic', filter: { city: { eq: 'Berlin' } } });
  await run(updateList, { id, filter: { city: { eq: 'Paris' } } } as never);
  expect(await members(id)).toEqual(['Bo']);
  expect(await world.eventTypes()).toContain('crm.list.updated');
});

test('a list that names itself by way of another is told so instead of going round for ever', async () => {
  const first = await make({ kind: 'dynamic', filter: { city: { eq: 'Berlin' } } });
  const second = await make({ kind: 'dynamic', filter: { inList: { eq: first.id } } });
  expect(await members(second.id)).toEqual(['Ana']);
  await run(updateList, { id: first.id, filter: { inList: { eq: second.id } } } as never);
  await expect(members(first.id)).rejects.toMatchObject({
    code: 'validation_failed',
    message: expect.stringContaining('names itself'),
  });
});

test('a list keeps its kind, and another workspace has none', async () => {
  const { id } = await make();
  for (const one of [{ kind: 'dynamic' }, { object: 'account' }, { filter: { city: { eq: 'x' } } }, { name: ' ' }])
    await expect(run(updateList, { id, ...one } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updateList, { id, name: 'x' });
  await expect(run(updateList, { id, name: 'x' } as never, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
