import { listOperation } from '#platform/records';
import { taskRule } from '../fields.ts';

export const listTaskRules = {
  ...listOperation(taskRule),
  summary: 'Lists the rules that make tasks of events.',
  route: { method: 'GET' as const, path: '/activities/automate' },
  tool: false,
};
