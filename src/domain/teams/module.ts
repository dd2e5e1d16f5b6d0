import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createTeam } from './operations/create-team.ts';
import { deleteTeam } from './operations/delete-team.ts';
import { getTeam } from './operations/get-team.ts';
import { listTeams } from './operations/list-teams.ts';
import { restoreTeam } from './operations/restore-team.ts';
import { updateTeam } from './operations/update-team.ts';

export const teamsModule = defineModule({
  name: 'teams',
  summary: 'The teams of the workspace as a tree, and who manages them.',
  needs: [],
  operations: [listTeams, getTeam, createTeam, updateTeam, deleteTeam, restoreTeam],
});
