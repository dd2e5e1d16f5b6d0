import { getOperation } from '#platform/records';
import { activity } from '../fields.ts';

export const getActivity = getOperation(activity);
