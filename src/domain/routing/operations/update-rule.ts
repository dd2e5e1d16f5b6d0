import { updateOperation } from '#platform/records';
import { routingRule } from '../fields.ts';

export const updateRule = updateOperation(routingRule);
