import { createOperation } from '#platform/records';
import { relationship } from '../fields.ts';

export const createRelationship = createOperation(relationship);
