import { relationship } from '#domain/records/relationships';
import { historyOperation } from './record-history.ts';

export const listRelationshipHistory = historyOperation(relationship);
