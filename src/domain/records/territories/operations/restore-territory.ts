import { restoreOperation } from '#platform/records';
import { territory } from '../fields.ts';

export const restoreTerritory = restoreOperation(territory);
