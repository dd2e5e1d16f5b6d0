import { createOperation } from '#platform/records';
import { team } from '../fields.ts';

export const createTeam = createOperation(team);
