import { expect, test } from 'vitest';
import { sharesWorld } from '../shares-world.fixture.ts';
import { updateShare } from './update-share.ts';

const world = await sharesWorld(() => new Date());
const { run, make, person, colleague, refuses } = world;

test('a share is made longer, shorter or wider, which is told', async () => {
  const { id } = await make({ role: 'rep' });
  expect(await run(updateShare, { id, access: 'write', until: '2999-01-01' } as never)).toMatchObject({
    access: 'write',
    version: 2,
  });
  expect(await world.eventTypes()).toContain('crm.share.updated');
});

test('it stays with its record and one kind of receiver, and is refused to others', async () => {
  const { id } = await make({ role: 'rep' });
  const wrong = [
    { recordId: (await person()).id },
    { role: null },
    { userId: (await colleague('Bo')).id },
    { until: '2020-01-01' },
  ];
  for (const one of wrong)
    await expect(run(updateShare, { id, ...one } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(updateShare, { id, access: 'write' });
  await expect(run(updateShare, { id } as never, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
