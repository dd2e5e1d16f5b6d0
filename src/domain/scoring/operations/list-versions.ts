import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { modelNamed } from '../models.ts';
import { changedSections } from '../rules/sections.ts';
import { versionsOf } from '../store/model-versions.ts';

export const listVersions = defineOperation({
  name: 'scoringModels.versions',
  summary: 'Lists the versions of a scoring model, newest first, with who made each and what it changed.',
  kind: 'read',
  permission: 'scoringModels:read',
  route: { method: 'GET', path: '/scoring/models/:id/versions' },
  positional: ['id'],
  subject: 'scoringModel',
  input: z.strictObject({ id: idSchema('scoringModel') }),
  output: z.object({
    data: z.array(
      z.object({
        version: z.number().int(),
        at: z.iso.datetime(),
        by: z.string().nullable(),
        sections: z.array(z.string()).meta({ description: 'What was changed against the version before.' }),
        config: z.looseObject({}),
      }),
    ),
  }),
  async run(context, { id }) {
    await modelNamed(context, id);
    const versions = await versionsOf(context.sql, id);
    const data = versions.map(({ version, at, byName, model }, index) => {
      const before = versions[index + 1]?.model;
      const sections = before ? changedSections(before, model) : [];
      return { version, at: at.toISOString(), by: byName, sections, config: model };
    });
    return { data };
  },
});
