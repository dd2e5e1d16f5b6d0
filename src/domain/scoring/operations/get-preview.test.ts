import { expect, test } from 'vitest';
import { refusalsIn } from '#platform/testing';
import { previewModel } from '../jobs/preview-model.ts';
import { createContact, logActivity, scoringWorld } from '../scoring-world.fixture.ts';
import { editModel } from './edit-model.ts';
import { getPreview } from './get-preview.ts';
import { getScore } from './get-score.ts';
import { startPreview } from './start-preview.ts';

const world = await scoringWorld();
const weights = { firmographic: 0, behavioral: 100, intent: 0 };

test('a preview says who would go from which tier to which, and changes nothing', async () => {
  const [eager, quiet] = [
    await world.run(createContact, { firstName: 'Eva', lastName: 'Eager' }),
    await world.run(createContact, { firstName: 'Quinn', title: 'CEO' }),
  ];
  for (const type of ['meeting', 'meeting', 'call']) await world.run(logActivity, { type, contactId: eager.id });
  await world.settle();
  const before = await world.run(getScore, { id: eager.id });
  const { id } = await world.draft({ weights });
  await expect(world.run(getPreview, { id })).rejects.toMatchObject({ code: 'not_found' });
  await world.run(startPreview, { id });
  expect(await world.run(getPreview, { id })).toMatchObject({ status: 'running', progress: 0, contacts: 0 });
  await world.work(previewModel, { modelId: await uuidOf(id) });
  const preview = await world.run(getPreview, { id });
  expect(preview).toMatchObject({
    status: 'done',
    progress: 1,
    outdated: false,
    contacts: 2,
    moved: 2,
    changedTier: 1,
  });
  expect(preview.changes).toEqual([
    {
      from: 'COLD',
      to: 'WARM',
      count: 1,
      examples: [{ id: eager.id, name: 'Eva Eager', before: before.score, after: 62 }],
    },
  ]);
  expect(preview.unchanged).toEqual({ COLD: 1 });
  expect([preview.up[0].id, preview.down[0].id]).toEqual([eager.id, quiet.id]);
  expect(await world.run(getScore, { id: eager.id })).toMatchObject({ score: before.score });
  await world.run(editModel, { id, description: 'Changed since' });
  expect(await world.run(getPreview, { id })).toMatchObject({ outdated: true });
});

test('who may not see contacts is told no names; it is refused without the permission', async () => {
  const { id } = await world.draft({ weights });
  await world.run(startPreview, { id });
  await world.work(previewModel, { modelId: await uuidOf(id) });
  const actor = world.actorWith('scoringModels:read');
  expect((await world.run(getPreview, { id }, { actor })).changes[0].examples[0].name).toBeNull();
  await refusalsIn(world)(getPreview, { id });
});

async function uuidOf(id: string): Promise<string> {
  return id.slice(3).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
