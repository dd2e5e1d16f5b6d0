import './errors.ts';
import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createActivityType } from './operations/create-activity-type.ts';
import { deleteActivity } from './operations/delete-activity.ts';
import { deleteActivityType } from './operations/delete-activity-type.ts';
import { getActivity } from './operations/get-activity.ts';
import { listActivities } from './operations/list-activities.ts';
import { listActivityTypes } from './operations/list-activity-types.ts';
import { logActivities } from './operations/log-activities.ts';
import { logActivity } from './operations/log-activity.ts';
import { quickLog } from './operations/quick-log.ts';
import { readLine } from './operations/read-line.ts';
import { restoreActivity } from './operations/restore-activity.ts';
import { updateActivity } from './operations/update-activity.ts';
import { updateActivityType } from './operations/update-activity-type.ts';
import { viewActivities } from './operations/view-activities.ts';

export const activitiesModule = defineModule({
  name: 'activities',
  summary: 'What happened with contacts, accounts, deals and leads.',
  needs: ['accounts', 'contacts'],
  operations: [
    listActivities,
    getActivity,
    logActivity,
    logActivities,
    quickLog,
    readLine,
    updateActivity,
    deleteActivity,
    restoreActivity,
    viewActivities,
    listActivityTypes,
    createActivityType,
    updateActivityType,
    deleteActivityType,
  ],
});
