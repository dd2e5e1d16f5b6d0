import { restoreOperation } from '#platform/records';
import { routingRule } from '../fields.ts';

export const restoreRule = restoreOperation(routingRule);
