import { expect, test } from 'vitest';
import { followsWorld } from '../follows-world.fixture.ts';
import { followRecordOperation } from './follow-record.ts';
import { listFollowers } from './list-followers.ts';

const world = await followsWorld();
const { run, person } = world;

test('followers are told to whoever may read the record, and to nobody else', async () => {
  const { id } = await person();
  await run(followRecordOperation, { recordId: id });
  const actor = world.actorWith('follows:read', 'contacts:read');
  expect(await run(listFollowers, { recordId: id }, { actor })).toMatchObject({
    data: { length: 1 },
    following: false,
  });
  for (const other of [world.actorWith('follows:read'), world.actorWith('contacts:read')])
    await expect(run(listFollowers, { recordId: id }, { actor: other })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(listFollowers, { recordId: id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(run(listFollowers, {} as never)).rejects.toMatchObject({ code: 'validation_failed' });
});
