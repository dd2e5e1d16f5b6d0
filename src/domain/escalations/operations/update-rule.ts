import { updateOperation } from '#platform/records';
import { escalationRule } from '../fields.ts';

export const updateRule = updateOperation(escalationRule);
