import { listOperation } from '#platform/records';
import { routingRule } from '../fields.ts';

export const listRules = listOperation(routingRule);
