import { updateOperation } from '#platform/records';
import { stakeholder } from '../fields.ts';

export const updateStakeholder = updateOperation(stakeholder);
