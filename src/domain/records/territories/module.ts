import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createTerritory } from './operations/create-territory.ts';
import { deleteTerritory } from './operations/delete-territory.ts';
import { getTerritory } from './operations/get-territory.ts';
import { listTerritories } from './operations/list-territories.ts';
import { restoreTerritory } from './operations/restore-territory.ts';
import { updateTerritory } from './operations/update-territory.ts';

export const territoriesModule = defineModule({
  name: 'territories',
  summary: 'The parts of the market, and who looks after them.',
  needs: ['identity'],
  operations: [listTerritories, getTerritory, createTerritory, updateTerritory, deleteTerritory, restoreTerritory],
});
