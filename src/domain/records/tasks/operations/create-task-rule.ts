import { createOperation } from '#platform/records';
import { taskRule } from '../fields.ts';

export const createTaskRule = {
  ...createOperation(taskRule),
  summary: 'Makes a rule: when an event happens and a condition holds, a task is made.',
  route: { method: 'POST' as const, path: '/activities/automate', status: 201 },
  tool: false,
};
