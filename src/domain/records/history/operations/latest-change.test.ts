import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { historyWorld } from '../history-world.fixture.ts';
import { latestChange } from './latest-change.ts';
import { undoChanges } from './undo-changes.ts';

const world = await historyWorld();
const { run, code } = world;

const latest = async (actor = world.admin) => (await run(latestChange, {}, { actor })).changeSet?.id ?? null;

test('my last change is told, after undoing it the one before, after bringing it back that one again', async () => {
  const { id } = await world.makeContact();
  const first = await world.change(contact, { id, title: 'one' });
  const second = await world.change(contact, { id, title: 'two' });
  expect(await latest()).toBe(second);
  const undo = await run(undoChanges, { changeSetId: second });
  expect(await latest()).toBe(first);
  await run(undoChanges, { changeSetId: undo.changeSetId });
  expect(await latest()).toBe(second);
});

test('changes of others are not mine, and it is refused without the permission or with wrong input', async () => {
  expect(await latest({ ...world.admin, id: world.ports.ids.next() })).toBeNull();
  expect(await latest(world.stranger)).toBeNull();
  expect(await code(run(latestChange, {}, { actor: world.actorWith('changes:undo') }))).toBe('not_allowed');
  expect(await code(run(latestChange, { id: 'x' } as never))).toBe('validation_failed');
});
