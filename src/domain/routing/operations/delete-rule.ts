import { deleteOperation } from '#platform/records';
import { routingRule } from '../fields.ts';

export const deleteRule = deleteOperation(routingRule);
