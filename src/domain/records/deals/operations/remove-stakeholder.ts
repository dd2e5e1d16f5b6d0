import { deleteOperation } from '#platform/records';
import { stakeholder } from '../fields.ts';

export const removeStakeholder = deleteOperation(stakeholder);
