import { expect, test } from 'vitest';
import { listsWorld } from '../lists-world.fixture.ts';
import { createList } from './create-list.ts';

const world = await listsWorld();
const { run, person, make, members, refuses } = world;

test('a dynamic list holds whoever meets its filter, at once', async () => {
  const { id } = await make({ kind: 'dynamic', filter: { city: { eq: 'Berlin' } } });
  await person('Ana', { city: 'Berlin' });
  await person('Bo', { city: 'Paris' });
  expect(await members(id)).toEqual(['Ana']);
});

test('a static list is made empty, belongs to who made it, and is told', async () => {
  const made = await make({ name: ' Fair ', description: 'Who came by' });
  expect(made).toMatchObject({ id: expect.stringMatching(/^li_/), name: 'Fair', kind: 'static', filter: null });
  expect(await members(made.id)).toEqual([]);
  expect(await world.eventTypes()).toContain('crm.list.created');
});

test('mistakes are refused, a filter that does not work too', async () => {
  const wrong = [
    { name: '' },
    { object: 'planet' },
    { object: 'comment' },
    { kind: 'clever' },
    { kind: 'dynamic' },
    { filter: { city: { eq: 'x' } } },
    { kind: 'dynamic', filter: { city: 'x' } },
    { kind: 'dynamic', filter: { inList: { eq: 'li_00000000000000000000000000000000' } } },
  ];
  for (const one of wrong) await expect(make(one)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(make({ kind: 'dynamic', filter: { citty: { eq: 'x' } } })).rejects.toMatchObject({
    code: 'unknown_field',
  });
  await refuses(createList, { name: 'Fair', object: 'contact' });
  expect(
    await run(createList, { name: 'Theirs', object: 'contact' } as never, { actor: world.stranger }),
  ).toMatchObject({
    name: 'Theirs',
  });
});
