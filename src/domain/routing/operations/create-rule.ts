import { createOperation } from '#platform/records';
import { routingRule } from '../fields.ts';

export const createRule = createOperation(routingRule);
