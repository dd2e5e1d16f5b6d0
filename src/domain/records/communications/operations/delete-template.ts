import { deleteOperation } from '#platform/records';
import { template } from '../fields.ts';

export const deleteTemplate = deleteOperation(template);
