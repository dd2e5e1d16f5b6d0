import { createOperation } from '#platform/records';
import { activity } from '../fields.ts';

export const logActivity = createOperation(activity);
