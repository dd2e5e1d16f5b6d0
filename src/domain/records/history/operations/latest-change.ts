import { z } from 'zod';
import { latestChangeSet } from '#platform/changes';
import { defineOperation } from '#platform/operations';
import { changeSetAnswer, presentChangeSet } from '../rules/present.ts';

export const latestChange = defineOperation({
  name: 'changes.latest',
  summary: 'Gets my last change that can be taken back.',
  kind: 'read',
  permission: 'changes:read',
  route: { method: 'GET', path: '/changes/latest' },
  input: z.strictObject({}),
  output: z.object({ changeSet: changeSetAnswer.nullable() }),
  async run(context) {
    const set = await latestChangeSet(context.sql, context.actor.id);
    return { changeSet: set ? presentChangeSet(set) : null };
  },
});
