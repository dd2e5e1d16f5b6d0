import { deleteOperation } from '#platform/records';
import { territory } from '../fields.ts';

export const deleteTerritory = deleteOperation(territory);
