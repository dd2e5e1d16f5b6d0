import { createOperation } from '#platform/records';
import { template } from '../fields.ts';

export const createTemplate = createOperation(template);
