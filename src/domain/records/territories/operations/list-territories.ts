import { listOperation } from '#platform/records';
import { territory } from '../fields.ts';

export const listTerritories = listOperation(territory);
