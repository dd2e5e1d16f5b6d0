import { deleteOperation } from '#platform/records';
import { activityType } from '../fields.ts';

export const deleteActivityType = {
  ...deleteOperation(activityType),
  summary: 'Deletes a type of activity; the activities of that type stay as they are.',
  permission: 'activities:configure',
  route: { method: 'DELETE' as const, path: '/activity-types/:id', status: 204 },
};
