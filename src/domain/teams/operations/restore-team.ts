import { restoreOperation } from '#platform/records';
import { team } from '../fields.ts';

export const restoreTeam = restoreOperation(team);
