import { deleteOperation } from '#platform/records';
import { taskRule } from '../fields.ts';

export const deleteTaskRule = {
  ...deleteOperation(taskRule),
  summary: 'Deletes a rule that makes tasks of events; the tasks that it made stay.',
  route: { method: 'DELETE' as const, path: '/activities/automate/:id', status: 204 },
  tool: false,
};
