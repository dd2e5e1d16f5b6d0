import { getOperation } from '#platform/records';
import { escalationRule } from '../fields.ts';

export const getRule = getOperation(escalationRule);
