import { createOperation } from '#platform/records';
import { escalationRule } from '../fields.ts';

export const createRule = createOperation(escalationRule);
