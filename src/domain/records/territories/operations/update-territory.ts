import { updateOperation } from '#platform/records';
import { territory } from '../fields.ts';

export const updateTerritory = updateOperation(territory);
