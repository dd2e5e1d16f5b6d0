import { deleteOperation } from '#platform/records';
import { activity } from '../fields.ts';

export const deleteActivity = deleteOperation(activity);
