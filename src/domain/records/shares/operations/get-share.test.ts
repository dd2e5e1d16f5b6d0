import { expect, test } from 'vitest';
import { sharesWorld } from '../shares-world.fixture.ts';
import { getShare } from './get-share.ts';

const world = await sharesWorld(() => new Date());
const { run, make, refuses } = world;

test('one share comes as it was made, to whoever may read what is shared', async () => {
  const made = await make({ role: 'rep' });
  expect(await run(getShare, { id: made.id })).toEqual(made);
  await refuses(getShare, { id: made.id });
  const actor = world.actorWith('shares:read');
  await expect(run(getShare, { id: made.id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(run(getShare, { id: made.id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});
