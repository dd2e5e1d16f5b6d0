import { listOperation } from '#platform/records';
import { activity } from '../fields.ts';

export const listActivities = listOperation(activity);
