import { updateOperation } from '#platform/records';
import { team } from '../fields.ts';

export const updateTeam = updateOperation(team);
