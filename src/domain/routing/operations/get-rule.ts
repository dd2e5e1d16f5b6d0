import { getOperation } from '#platform/records';
import { routingRule } from '../fields.ts';

export const getRule = getOperation(routingRule);
