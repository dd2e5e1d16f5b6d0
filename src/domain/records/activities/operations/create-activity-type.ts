import { createOperation } from '#platform/records';
import { activityType } from '../fields.ts';

export const createActivityType = {
  ...createOperation(activityType),
  summary: 'Adds a type of activity to those that Kith knows.',
  permission: 'activities:configure',
  route: { method: 'POST' as const, path: '/activity-types', status: 201 },
  tool: false,
};
