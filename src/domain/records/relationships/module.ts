import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createRelationship } from './operations/create-relationship.ts';
import { deleteRelationship } from './operations/delete-relationship.ts';
import { getGraph } from './operations/get-graph.ts';
import { getRelationship } from './operations/get-relationship.ts';
import { listRelationships } from './operations/list-relationships.ts';
import { restoreRelationship } from './operations/restore-relationship.ts';
import { updateRelationship } from './operations/update-relationship.ts';

export const relationshipsModule = defineModule({
  name: 'relationships',
  summary: 'How records stand to one another, and the graph of it.',
  needs: [],
  operations: [
    listRelationships,
    getRelationship,
    createRelationship,
    updateRelationship,
    deleteRelationship,
    restoreRelationship,
    getGraph,
  ],
});
