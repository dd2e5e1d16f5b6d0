import { createOperation } from '#platform/records';
import { territory } from '../fields.ts';

export const createTerritory = createOperation(territory);
