import { expect, test } from 'vitest';
import { declaredFields, getOperation, listOperation } from '#platform/records';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { contact } from '../fields.ts';
import { shippedLifecycle } from '../rules/lifecycle.ts';
import { getLifecycle } from './get-lifecycle.ts';
import { updateContact } from './update-contact.ts';
import { updateLifecycle } from './update-lifecycle.ts';

const world = await contactsWorld();
const { run, make } = world;
const { stages } = shippedLifecycle;
const trial = { name: 'trial', label: 'Tries it' };
const [begin, ...rest] = stages;
const withTrial = { stages: [begin, trial, ...rest] } as typeof shippedLifecycle;

test('a workspace has stages of its own, which contacts take by name or label, and lists are filtered by', async () => {
  await expect(make({ lifecycleStage: 'trial' })).rejects.toMatchObject({ code: 'validation_failed' });
  await run(updateLifecycle, withTrial);
  expect((await run(getLifecycle, {})).stages[1]).toEqual(trial);
  const { id, lifecycleStage } = await make({ lifecycleStage: 'tries IT' });
  expect(lifecycleStage).toBe('trial');
  const filter = { lifecycleStage: { eq: 'trial' } };
  expect((await run(listOperation(contact), { filter })).data).toMatchObject([{ id }]);
  expect(await world.eventTypes()).toContain('crm.contact_lifecycle.updated');
});

test('the catalogue of fields offers them with what they are called', async () => {
  await run(updateLifecycle, withTrial);
  const fields = await declaredFields({ sql: world.database.reader(world.workspaceId) }, contact);
  const field = fields.find(({ name }) => name === 'lifecycleStage');
  expect(field?.choices?.[1]).toBe('trial');
  expect(field?.labels).toMatchObject({ trial: 'Tries it', mql: 'Marketing qualified' });
});

test('a contact is moved by hand in either direction, and not to what is not there', async () => {
  await run(updateLifecycle, withTrial);
  const { id } = await make({ lifecycleStage: 'customer' });
  expect(await run(updateContact, { id, lifecycleStage: 'trial' } as never)).toMatchObject({ lifecycleStage: 'trial' });
  await expect(run(updateContact, { id, lifecycleStage: 'zzz' } as never)).rejects.toThrow('subscriber, trial, lead');
  expect(await run(getOperation(contact), { id })).toMatchObject({ lifecycleStage: 'trial' });
});

test('a stage in which somebody stands cannot go, nor one that Kith moves people to', async () => {
  await run(updateLifecycle, withTrial);
  const { id } = await make({ lifecycleStage: 'trial' });
  await expect(run(updateLifecycle, {} as never)).rejects.toMatchObject({ code: 'conflict' });
  expect((await run(getLifecycle, {})).stages).toContainEqual(trial);
  for (const wrong of [
    { stages: rest },
    { stages: [...stages, trial, trial] },
    { stages: [{ name: 'Ü', label: 'x' }] },
  ])
    await expect(run(updateLifecycle, wrong as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(updateLifecycle, withTrial, { expectedVersion: 99 })).rejects.toMatchObject({
    code: 'version_changed',
  });
  expect(id).toBeTruthy();
});

test('it is refused without its permission; another workspace keeps its own', async () => {
  await world.refuses(updateLifecycle, withTrial, 'strange');
  const theirs = { actor: world.stranger };
  await run(updateLifecycle, { stages: [...stages].reverse() }, theirs);
  await make();
  expect((await run(getLifecycle, {})).stages[0]?.name).toBe('subscriber');
  expect((await run(getLifecycle, {}, theirs)).stages[0]?.name).toBe('evangelist');
});
