import { updateOperation } from '#platform/records';
import { activity } from '../fields.ts';

export const updateActivity = updateOperation(activity);
