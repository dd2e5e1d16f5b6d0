import { expect, test } from 'vitest';
import { followsWorld } from '../follows-world.fixture.ts';
import { followRecordOperation } from './follow-record.ts';
import { listFollows } from './list-follows.ts';

const world = await followsWorld();
const { run, person, colleague } = world;

test('everybody has a list of their own', async () => {
  const { id } = await person();
  await run(followRecordOperation, { recordId: id });
  const cleo = await colleague('Cleo');
  expect((await run(listFollows, {})).data).toMatchObject([{ recordId: id, recordType: 'contact' }]);
  expect((await run(listFollows, { filter: { reason: { eq: 'mention' } } })).data).toEqual([]);
  for (const actor of [cleo.actor, world.stranger, { ...world.actorWith('follows:read'), id: world.admin.id }])
    expect((await run(listFollows, {}, { actor })).data).toEqual([]);
  await expect(run(listFollows, {}, { actor: world.actorWith() })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(listFollows, { filter: { colour: { eq: 1 } } })).rejects.toMatchObject({ code: 'unknown_field' });
});
