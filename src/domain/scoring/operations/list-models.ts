import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { scoringModel } from '../fields.ts';
import { allModels } from '../store/models.ts';

/** What stands in the list as long as no model of the workspace is in use. */
const shipped = { id: null, name: 'Scoring model', description: 'The one that ships.', active: true, version: 0 };

export const listModels = defineOperation({
  name: 'scoringModels.list',
  summary: 'Lists the scoring models of the workspace, the one in use first.',
  kind: 'read',
  permission: 'scoringModels:read',
  route: { method: 'GET', path: '/scoring/models' },
  input: z.strictObject({}),
  output: z.object({ data: z.array(z.looseObject({ name: z.string(), active: z.boolean() })) }),
  async run(context) {
    const models = await allModels(context.sql);
    const data = models.map((one) => ({
      ...one,
      id: publicId(scoringModel.prefix, one.id),
      createdAt: one.createdAt.toISOString(),
      updatedAt: one.updatedAt.toISOString(),
    }));
    return { data: data[0]?.active ? data : [shipped, ...data] };
  },
});
