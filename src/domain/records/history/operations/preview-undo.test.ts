import { expect, test } from 'vitest';
import { contact } from '#domain/records/contacts';
import { deleteOperation, getOperation } from '#platform/records';
import { refusalsIn } from '#platform/testing';
import { historyWorld } from '../history-world.fixture.ts';
import { latestChange } from './latest-change.ts';
import { previewUndoing } from './preview-undo.ts';

const world = await historyWorld();
const { run } = world;
const latest = async (): Promise<string> => (await run(latestChange, {})).changeSet.id;

test('an edit would get its values back, but for what has been changed again, and nothing is written', async () => {
  const { id } = await world.makeContact({ title: 'CTO', city: 'Bonn' });
  const changeSetId = await world.change(contact, { id, title: 'CEO', city: 'Berlin' });
  await world.change(contact, { id, city: 'Mainz' });
  expect(await run(previewUndoing, { changeSetId })).toMatchObject({
    records: [
      {
        object: 'contact',
        id,
        name: 'Ana',
        effect: 'changed',
        changes: [{ label: 'Job title', now: 'CEO', undone: 'CTO' }],
      },
    ],
    kept: [{ recordId: id, field: 'city' }],
    hidden: 0,
    more: false,
  });
  expect(await run(getOperation(contact), { id })).toMatchObject({ title: 'CEO', city: 'Mainz' });
});

test('what was made would be deleted, what was deleted would come back', async () => {
  const { id } = await world.makeContact();
  expect(await run(previewUndoing, { changeSetId: await latest() })).toMatchObject({
    records: [{ id, effect: 'deleted' }],
  });
  await run(deleteOperation(contact), { id });
  expect(await run(previewUndoing, { changeSetId: await latest() })).toMatchObject({
    records: [{ id, effect: 'restored' }],
  });
});

test('records of kinds that one may not read are counted, not shown', async () => {
  const { id } = await world.makeContact();
  const changeSetId = await world.change(contact, { id, title: 'x' });
  const actor = world.actorWith('changes:read');
  expect(await run(previewUndoing, { changeSetId }, { actor })).toMatchObject({ records: [], hidden: 1 });
});

test('it is refused without the permission, with a wrong input, and to another workspace', async () => {
  await world.makeContact();
  await refusalsIn(world)(previewUndoing, { changeSetId: await latest() });
});
