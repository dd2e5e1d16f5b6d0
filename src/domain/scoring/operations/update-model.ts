import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { RecordAnswer } from '#platform/records';
import { writeActiveConfig } from '../models.ts';
import { scoringModelSchema } from '../rules/model.ts';
import { changedSections } from '../rules/sections.ts';
import { type ActiveModel, activeModel, holdModels } from '../store/models.ts';

export const updateModel = defineOperation({
  name: 'scoring.model.update',
  summary:
    'Changes the scoring model that is in use and scores all contacts by it; a section that is left out becomes the shipped one.',
  kind: 'write',
  permission: 'scoring:write',
  route: { method: 'PUT', path: '/scoring/model' },
  input: scoringModelSchema,
  problems: ['version_changed', 'conflict'],
  output: z.looseObject({}),
  async run(context, model) {
    await holdModels(context.tx);
    const active = await activeModel(context);
    refuseOldVersion(active, context.expectedVersion);
    if (changedSections(active.model, model).length === 0) return answer(model, active.version);
    await writeActiveConfig(context, model);
    const { version } = await activeModel(context);
    return answer(model, version);
  },
});

function answer(model: object, version: number): RecordAnswer {
  return new RecordAnswer(JSON.stringify(model), version);
}

function refuseOldVersion({ version }: ActiveModel, seen: number | undefined): void {
  if (seen === undefined || seen === version) return;
  throw new Problem('version_changed', {
    detail: `The scoring model is at version ${version} and you have seen version ${seen}. Read it again, then repeat your change.`,
  });
}
