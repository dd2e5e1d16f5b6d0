import { listOperation } from '#platform/records';
import { team } from '../fields.ts';

export const listTeams = listOperation(team);
