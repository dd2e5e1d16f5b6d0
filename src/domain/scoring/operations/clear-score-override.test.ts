import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineOperation, execute } from '#platform/operations';
import { undoChangeSet } from '#platform/records';
import { createContact, scoringWorld } from '../scoring-world.fixture.ts';
import { clearScoreOverride } from './clear-score-override.ts';
import { getScore } from './get-score.ts';
import { overrideScore } from './override-score.ts';

const world = await scoringWorld();
const make = async () => (await world.run(createContact, { firstName: 'Ana', title: 'CEO' })).id as string;
const undo = defineOperation({
  name: 'test.undo',
  summary: 'Takes a change set back.',
  kind: 'write',
  permission: 'changes:undo',
  input: z.strictObject({ id: z.string() }),
  run: (context, { id }) => undoChangeSet(context, id),
});

test('the computed score stands again, and that can be taken back', async () => {
  const id = await make();
  await world.run(overrideScore, { id, score: 91, reason: 'Met her' });
  const call = { actor: world.admin, surface: 'test', requestId: 'r' };
  const cleared = await execute(world.ports, clearScoreOverride, { id }, call);
  expect(cleared.output).toMatchObject({ score: 12, tier: 'COLD', override: null });
  await world.run(undo, { id: cleared.changeSetId ?? '' });
  await world.settle();
  expect(await world.run(getScore, { id })).toMatchObject({ score: 91, override: { reason: 'Met her' } });
  expect(await world.eventTypes()).toContain('crm.contact.updated');
});

test('a contact whose score nobody has set is left as it is', async () => {
  const id = await make();
  expect(await world.run(clearScoreOverride, { id })).toMatchObject({ score: 12, override: null });
});

test('it is refused without the permission, with a wrong id, and to another workspace', async () => {
  const id = await make();
  const actor = world.actorWith('contacts:write');
  await expect(world.run(clearScoreOverride, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(clearScoreOverride, { id: 'ct_1' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(clearScoreOverride, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
});
