import { expect, test } from 'vitest';
import { followsWorld } from '../follows-world.fixture.ts';
import { listFollowers } from './list-followers.ts';
import { unfollowRecordOperation } from './unfollow-record.ts';

const world = await followsWorld();
const { run, person, colleague } = world;

test('an owner follows until they stop', async () => {
  const cleo = await colleague('Cleo');
  const { id } = await person({ ownerId: cleo.id });
  expect((await run(listFollowers, { recordId: id })).data).toMatchObject([{ user: { id: cleo.id }, reason: 'owner' }]);
  expect(await run(unfollowRecordOperation, { recordId: id }, { actor: cleo.actor })).toBeNull();
  expect((await run(listFollowers, { recordId: id })).data).toEqual([]);
});

test('it is refused without the permission, with mistakes, and to another workspace', async () => {
  const { id } = await person();
  const actor = world.actorWith('follows:read', 'contacts:read');
  await expect(run(unfollowRecordOperation, { recordId: id }, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(unfollowRecordOperation, { recordId: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(run(unfollowRecordOperation, { recordId: id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
