import { listOperation } from '#platform/records';
import { escalationRule } from '../fields.ts';

export const listRules = listOperation(escalationRule);
