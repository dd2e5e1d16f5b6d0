import { updateOperation } from '#platform/records';
import { taskRule } from '../fields.ts';

export const updateTaskRule = {
  ...updateOperation(taskRule),
  summary: 'Changes a rule that makes tasks of events, or switches it on or off.',
  route: { method: 'PATCH' as const, path: '/activities/automate/:id' },
  tool: false,
};
