import { deleteOperation } from '#platform/records';
import { team } from '../fields.ts';

export const deleteTeam = deleteOperation(team);
