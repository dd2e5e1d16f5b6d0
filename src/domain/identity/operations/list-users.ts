import { listOperation } from '#platform/records';
import { user } from '../fields.ts';

export const listUsers = listOperation(user);
