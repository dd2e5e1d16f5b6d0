import { getOperation } from '#platform/records';
import { template } from '../fields.ts';

export const getTemplate = getOperation(template);
