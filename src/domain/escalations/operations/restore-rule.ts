import { restoreOperation } from '#platform/records';
import { escalationRule } from '../fields.ts';

export const restoreRule = restoreOperation(escalationRule);
