import { listOperation } from '#platform/records';
import { template } from '../fields.ts';

export const listTemplates = listOperation(template);
