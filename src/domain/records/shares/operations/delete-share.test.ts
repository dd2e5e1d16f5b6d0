import { expect, test } from 'vitest';
import { sharesWorld } from '../shares-world.fixture.ts';
import { deleteShare } from './delete-share.ts';

const world = await sharesWorld(() => new Date());
const { run, make, colleague, sharedWith, refuses } = world;

test('a share that is ended gives nothing any more, which is told', async () => {
  const bo = await colleague('Bo');
  const { id } = await make({ userId: bo.id });
  expect(await sharedWith(bo.actor)).toEqual(['Ana']);
  expect(await run(deleteShare, { id })).toBeNull();
  expect(await sharedWith(bo.actor)).toEqual([]);
  expect(await world.eventTypes()).toContain('crm.share.deleted');
});

test('it is refused without the permission, and to another workspace', async () => {
  const { id } = await make({ role: 'rep' });
  await refuses(deleteShare, { id });
  await expect(run(deleteShare, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
