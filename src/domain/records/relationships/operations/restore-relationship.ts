import { restoreOperation } from '#platform/records';
import { relationship } from '../fields.ts';

export const restoreRelationship = restoreOperation(relationship);
