import { getOperation } from '#platform/records';
import { team } from '../fields.ts';

export const getTeam = getOperation(team);
