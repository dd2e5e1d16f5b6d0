import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { accessWorld } from '../access-world.fixture.ts';
import { getFieldRules } from './get-field-rules.ts';
import { setFieldRules } from './set-field-rules.ts';

const world = await accessWorld();
const { run } = world;

test('what is set is answered with what Kith has, and told by role', async () => {
  const rules = {
    roles: { rep: { classes: { internal: 'read' as const }, fields: { 'contact.phone': 'masked' as const } } },
  };
  const set = await run(setFieldRules, rules);
  expect(set.roles.rep).toEqual({
    classes: { public: 'write', internal: 'read', confidential: 'masked', restricted: 'hidden' },
    fields: { 'contact.phone': 'masked' },
  });
  expect(set).toMatchObject({ version: 1, roles: { manager: { classes: { confidential: 'write' } } } });
  expect(await run(getFieldRules, {})).toEqual(set);
  expect(await world.eventTypes()).toContain('access.fields.updated');
});

test('mistakes are refused: fields that are not there, what records are known by, administrators', async () => {
  const refused = async (rule: object, part = 'roles', name = 'rep') =>
    run(setFieldRules, { [part]: { [name]: rule } } as never).then(
      () => 'done',
      (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
    );
  expect(await refused({ fields: { 'contact.phon': 'read' } })).toBe(
    "unknown_field: A contact has no field 'phon'. Did you mean 'contact.phone'?",
  );
  expect(await refused({ fields: { 'planet.name': 'read' } })).toMatch(/^not_found/);
  for (const name of ['name', 'firstName', 'createdAt', 'ownerId'])
    expect(await refused({ fields: { [`contact.${name}`]: 'masked' } })).toMatch(
      /^validation_failed: Contacts are known by/,
    );
  expect(await refused({ classes: { internal: 'masked' } }, 'roles', 'admin')).toMatch(/^validation_failed/);
  expect(await refused({ classes: { secret: 'masked' } })).toMatch(/^validation_failed/);
  expect(await refused({ classes: { internal: 'seen' } })).toMatch(/^validation_failed/);
  await expect(run(setFieldRules, {}, { expectedVersion: 0 })).rejects.toMatchObject({ code: 'version_changed' });
  await refusalsIn(world)(setFieldRules, {}, 'strange');
});
