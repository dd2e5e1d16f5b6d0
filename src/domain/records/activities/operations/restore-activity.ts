import { restoreOperation } from '#platform/records';
import { activity } from '../fields.ts';

export const restoreActivity = restoreOperation(activity);
