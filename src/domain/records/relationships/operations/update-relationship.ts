import { updateOperation } from '#platform/records';
import { relationship } from '../fields.ts';

export const updateRelationship = updateOperation(relationship);
