import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { deleteActivity } from './operations/delete-activity.ts';
import { getActivity } from './operations/get-activity.ts';
import { listActivities } from './operations/list-activities.ts';
import { logActivity } from './operations/log-activity.ts';
import { restoreActivity } from './operations/restore-activity.ts';
import { updateActivity } from './operations/update-activity.ts';

export const activitiesModule = defineModule({
  name: 'activities',
  summary: 'What happened with contacts and accounts.',
  needs: [],
  operations: [listActivities, getActivity, logActivity, updateActivity, deleteActivity, restoreActivity],
});
