import '#domain/identity';
import '#domain/records/accounts';
import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { testWorld } from '#platform/testing';
import '../module.ts';
import { listFields } from './list-fields.ts';

const world = await testWorld();
const { run } = world;

test('every field of a kind is listed with what can be done with it', async () => {
  const { data, label } = await run(listFields, { object: 'contact' });
  expect(label).toBe('Contact');
  expect(data.map((one: { name: string }) => one.name)).toEqual([...contact.fields.keys()]);
  expect(data).toContainEqual(
    expect.objectContaining({ name: 'leadScore', editable: false, derived: true, sortable: true }),
  );
});

test('a kind that is not there is answered with the nearest, and a missing permission is refused', async () => {
  await expect(run(listFields, { object: 'contcat' })).rejects.toMatchObject({
    code: 'not_found',
    message: expect.stringContaining("'contact'"),
  });
  await expect(run(listFields, { object: '__proto__' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(run(listFields, {} as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(
    run(listFields, { object: 'contact' }, { actor: world.actorWith('contacts:read') }),
  ).rejects.toMatchObject({ code: 'not_allowed' });
});
