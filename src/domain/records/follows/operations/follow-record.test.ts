import { expect, test } from 'vitest';
import { followsWorld } from '../follows-world.fixture.ts';
import { followRecordOperation } from './follow-record.ts';
import { listFollowers } from './list-followers.ts';
import { listFollows } from './list-follows.ts';
import { unfollowRecordOperation } from './unfollow-record.ts';

const world = await followsWorld();
const { run, person, colleague } = world;

test('whoever follows a record is among its followers, once, and that is told', async () => {
  const { id } = await person();
  const cleo = await colleague('Cleo');
  await run(followRecordOperation, { recordId: id, userId: cleo.id });
  expect(await run(followRecordOperation, { recordId: id }, { actor: cleo.actor })).toMatchObject({ following: true });
  expect(await run(listFollowers, { recordId: id }, { actor: cleo.actor })).toMatchObject({
    data: [{ user: { id: cleo.id, name: 'Cleo' }, reason: 'asked' }],
    following: true,
  });
  expect((await run(listFollows, {}, { actor: cleo.actor })).data).toMatchObject([{ record: { id, name: 'Ana' } }]);
  expect(await world.eventTypes()).toContain('crm.follow.created');
});

test('who has stopped may ask again', async () => {
  const { id } = await person();
  await run(followRecordOperation, { recordId: id });
  await run(unfollowRecordOperation, { recordId: id });
  await run(followRecordOperation, { recordId: id });
  expect(await run(listFollowers, { recordId: id })).toMatchObject({ following: true, data: { length: 1 } });
});

test('mistakes, a key that follows, a missing permission and another workspace are refused', async () => {
  const { id } = await person();
  for (const input of [{}, { recordId: 'x' }, { recordId: id, userId: 'us_00000000000000000000000000000000' }])
    await expect(run(followRecordOperation, input as never)).rejects.toMatchObject({ code: 'validation_failed' });
  const key = { ...world.admin, type: 'key' as const };
  await expect(run(followRecordOperation, { recordId: id }, { actor: key })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  for (const actor of [world.actorWith('follows:read', 'contacts:read'), world.actorWith('follows:write')])
    await expect(run(followRecordOperation, { recordId: id }, { actor })).rejects.toMatchObject({
      code: 'not_allowed',
    });
  await expect(run(followRecordOperation, { recordId: id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'validation_failed',
  });
});
