import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { contact, fieldsWorld } from '../fields-world.fixture.ts';
import { refreshField } from '../jobs/refresh-field.ts';
import { updateField } from './update-field.ts';

const world = await fieldsWorld();
const { run, addField, make, code } = world;

test('a field is relabelled, explained and recoloured; its values stay, and that is told', async () => {
  const { id } = await addField({ name: 'mood', type: 'choice', options: ['good'] });
  const ana = await make(contact, { firstName: 'Ana', customFields: { mood: 'good' } });
  const options = [{ value: 'good', color: '#00aa00' }, 'bad'];
  const answer = await run(updateField, { id, label: 'Mood', description: 'How they feel.', options });
  expect(answer).toMatchObject({ label: 'Mood', options: ['good', 'bad'], colors: { good: '#00aa00' }, version: 2 });
  expect((await world.get(contact, ana.id)).customFields).toEqual({ mood: 'good' });
  expect(await world.eventTypes()).toContain('records.field.updated');
});

test('a field becomes unique only when no two records have the same value', async () => {
  const { id, name } = await addField({ name: 'code', type: 'text' });
  const [one, two] = [
    await make(contact, { firstName: 'A', customFields: { code: 'x' } }),
    await make(contact, { firstName: 'B', customFields: { code: 'x' } }),
  ];
  expect(name).toBe('custom.code');
  await expect(run(updateField, { id, unique: true })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining("'x' (2)"),
  });
  await world.change(contact, two.id, { customFields: { code: 'y' } });
  expect(await run(updateField, { id, unique: true })).toMatchObject({ unique: true, working: true });
  expect(await code(make(contact, { firstName: 'C', customFields: { code: 'x' } }))).toBe('conflict');
  await world.work(refreshField, { fieldId: parseId('fd', id) });
  expect(await code(world.change(contact, one.id, { customFields: { code: 'y' } }))).toBe('conflict');
  expect(await run(updateField, { id, unique: false })).toMatchObject({ unique: false, working: false });
});

test('it is refused without the permission, with wrong input, in an old version, and to another workspace', async () => {
  const { id } = await addField({ name: 'kept', type: 'text' });
  expect(await code(run(updateField, { id, label: 'X' }, { actor: world.actorWith('fields:read') }))).toBe(
    'not_allowed',
  );
  expect(await code(run(updateField, { id, label: 'X' }, { actor: world.stranger }))).toBe('not_found');
  expect(await code(run(updateField, { id, label: 'X' }, { expectedVersion: 9 }))).toBe('version_changed');
  for (const wrong of [
    {},
    { label: ' ' },
    { rules: { min: 1 } },
    { formula: '1' },
    { name: 'other' },
    { type: 'number' },
  ])
    expect(await code(run(updateField, { id, ...wrong } as never))).toBe('validation_failed');
});
