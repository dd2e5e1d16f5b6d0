import { updateOperation } from '#platform/records';
import { template } from '../fields.ts';

export const updateTemplate = updateOperation(template);
