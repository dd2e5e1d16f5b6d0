import { deleteOperation } from '#platform/records';
import { escalationRule } from '../fields.ts';

export const deleteRule = deleteOperation(escalationRule);
