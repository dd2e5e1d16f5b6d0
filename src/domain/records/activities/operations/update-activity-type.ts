import { updateOperation } from '#platform/records';
import { activityType } from '../fields.ts';

export const updateActivityType = {
  ...updateOperation(activityType),
  permission: 'activities:configure',
  route: { method: 'PATCH' as const, path: '/activity-types/:id' },
  tool: false,
};
