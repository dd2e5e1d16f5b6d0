import { getOperation } from '#platform/records';
import { relationship } from '../fields.ts';

export const getRelationship = getOperation(relationship);
