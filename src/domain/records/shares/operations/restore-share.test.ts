import { expect, test } from 'vitest';
import { sharesWorld } from '../shares-world.fixture.ts';
import { deleteShare } from './delete-share.ts';
import { restoreShare } from './restore-share.ts';

const world = await sharesWorld(() => new Date());
const { run, make, refuses } = world;

test('a share that was ended holds again, which is told', async () => {
  const { id } = await make({ role: 'rep' });
  await run(deleteShare, { id });
  expect(await run(restoreShare, { id })).toMatchObject({ role: 'rep', deletedAt: null });
  expect(await world.eventTypes()).toContain('crm.share.restored');
});

test('it is refused without the permission, and to another workspace', async () => {
  const { id } = await make({ role: 'rep' });
  await run(deleteShare, { id });
  await refuses(restoreShare, { id });
  await expect(run(restoreShare, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
