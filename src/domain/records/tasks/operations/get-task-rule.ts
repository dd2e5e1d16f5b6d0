import { getOperation } from '#platform/records';
import { taskRule } from '../fields.ts';

export const getTaskRule = {
  ...getOperation(taskRule),
  summary: 'Gets one rule that makes tasks of events.',
  route: { method: 'GET' as const, path: '/activities/automate/:id' },
  tool: false,
};
