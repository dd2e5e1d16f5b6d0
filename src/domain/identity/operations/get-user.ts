import { getOperation } from '#platform/records';
import { user } from '../fields.ts';

export const getUser = getOperation(user);
