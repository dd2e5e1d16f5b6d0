import { deleteOperation } from '#platform/records';
import { relationship } from '../fields.ts';

export const deleteRelationship = deleteOperation(relationship);
