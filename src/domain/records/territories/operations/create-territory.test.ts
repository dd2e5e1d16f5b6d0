import { expect, test } from 'vitest';
import { territoriesWorld } from '../territories-world.fixture.ts';
import { createTerritory } from './create-territory.ts';

const world = await territoriesWorld();
const { run, make, refuses } = world;

test('a territory has what belongs to it and who shares it, and is announced', async () => {
  const bo = await world.user();
  const made = await make({ team: { members: [{ userId: bo.id, capacity: 5 }] } });
  expect(made).toMatchObject({
    id: expect.stringMatching(/^te_/),
    match: { country: ['DE'] },
    team: { members: [{ userId: bo.id, weight: 1, capacity: 5 }] },
  });
  expect(await world.eventTypes()).toContain('crm.territory.created');
});

test('mistakes are refused: fields that leads do not have, people who are not here, people named twice', async () => {
  const bo = await world.user();
  const nobody = `us_${'0'.repeat(32)}`;
  const members = (...ids: string[]) => ({ team: { members: ids.map((userId) => ({ userId })) } });
  await expect(make({ match: { contry: ['DE'] } })).rejects.toThrow("Did you mean 'country'?");
  const wrong = [
    { match: { country: 'DE' } },
    { match: { country: [] } },
    members(),
    members(nobody),
    members(bo.id, bo.id),
    { team: { members: [{ userId: bo.id, weight: 0 }] } },
    { team: { people: [] } },
  ];
  for (const input of wrong) await expect(make(input)).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(createTerritory, { name: 'A' }, 'strange');
});

test('somebody of another workspace is no member here', async () => {
  const bo = await world.user();
  const call = run(createTerritory, { name: 'A', team: { members: [{ userId: bo.id }] } } as never, {
    actor: world.stranger,
  });
  await expect(call).rejects.toMatchObject({ code: 'validation_failed' });
});
