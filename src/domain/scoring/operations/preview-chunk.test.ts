import { expect, test } from 'vitest';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { previewChunk } from './preview-chunk.ts';

const world = await scoringWorld();

test('a model without a preview that was begun has nothing to look at, and it is refused without the permission', async () => {
  const modelId = world.ports.ids.next();
  expect(await world.run(previewChunk, { modelId })).toEqual({ more: false });
  expect(await world.run(previewChunk, { modelId }, { actor: world.stranger })).toEqual({ more: false });
  await expect(world.run(previewChunk, { modelId: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('scoringModels:read');
  await expect(world.run(previewChunk, { modelId }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
