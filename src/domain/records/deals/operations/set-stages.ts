import { z } from 'zod';
import { lockStages, pipeline, recordsFollow, type Stage, stagesInput, stagesOf } from '#domain/records/pipelines';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { parseId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { currentValues, derivedChanged, getRecord, updateRecords } from '#platform/records';
import { fold } from '#platform/text';
import type { DealExtra } from '../extra.ts';
import { deal } from '../fields.ts';
import { dealsOfStages, renameStages } from '../store/deals.ts';
import { refuseUsedStages } from '../used-stages.ts';

const mostMoved = 5000;

export const setStages = defineOperation({
  name: 'pipelines.setStages',
  summary: 'Sets the whole list of stages of a pipeline; a stage that goes and has deals says where they go.',
  kind: 'write',
  permission: 'pipelines:write',
  route: { method: 'PUT', path: '/pipelines/:id/stages' },
  positional: ['id'],
  subject: 'pipeline',
  answers: 'pipeline',
  input: z.strictObject({
    id: idSchema('pipeline'),
    stages: stagesInput.meta({
      description: 'All stages in their order: those that stay with their id, new ones without.',
    }),
    moveTo: z.record(z.string().max(100), z.string().max(100)).optional().meta({
      description: 'Where the deals of stages that go are moved, as {"sg_old":"sg_new"}; a new stage by its name.',
    }),
  }),
  problems: ['stage_in_use', 'version_changed', 'too_large'],
  async run(context, { id, stages: drafts, moveTo = {} }) {
    lockStages(context.tx, context.workspaceId, 'alone');
    const before = (await currentValues(context, pipeline, [id], 'lock')).get(id);
    if (!before || before.deletedAt) throw missing('pipeline', id);
    const known = (before.stages as Stage[]) ?? [];
    const stages = await stagesOf(context, drafts, known);
    const going = known.filter((one) => stages.every((other) => other.id !== one.id));
    const targets = targetsOf(moveTo, going, stages);
    const update = { id, set: { stages }, expectedVersion: context.expectedVersion, extra: recordsFollow };
    await updateRecords(context, pipeline, [update]);
    await moveDeals(context, targets);
    await refuseUsedStages(
      context,
      going.map((one) => parseId('sg', one.id)),
    );
    await derivedChanged(context, deal, await renameStages(context.tx, mostMoved), ['stage']);
    return getRecord(context, pipeline, id);
  },
});

/** The stage that each stage that goes is followed by, as UUIDs. Errors: `validation_failed`. */
function targetsOf(
  moveTo: Readonly<Record<string, string>>,
  going: readonly Stage[],
  stages: readonly Stage[],
): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [from, to] of Object.entries(moveTo)) {
    const refuse = (message: string): never => {
      throw new Problem('validation_failed', { detail: message, mistakes: [{ path: `moveTo.${from}`, message }] });
    };
    const gone = going.find((one) => one.id === from) ?? refuse(`${from} is not a stage that goes.`);
    const target = stages.find((one) => one.id === to) ?? stages.find((one) => fold(one.name) === fold(to));
    targets.set(parseId('sg', gone.id), parseId('sg', (target ?? refuse(`${to} is not a stage of the new list.`)).id));
  }
  return targets;
}

async function moveDeals(context: Context, targets: ReadonlyMap<string, string>): Promise<void> {
  const deals = await dealsOfStages(context.tx, [...targets.keys()], mostMoved + 1);
  if (deals.length > mostMoved)
    throw new Problem('too_large', {
      detail: `More than ${mostMoved} deals would move at once. Move them first, with POST /deals/bulk-update.`,
    });
  const extra: DealExtra = { unasked: true };
  const updates = deals.map(({ id, stageId }) => ({ id, set: { stageId: targets.get(stageId) }, extra }));
  await updateRecords(context, deal, updates);
}
