import { getOperation } from '#platform/records';
import { territory } from '../fields.ts';

export const getTerritory = getOperation(territory);
