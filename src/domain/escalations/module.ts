import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { raiseOnEvents } from './handlers/raise-on-events.ts';
import { lookAtDeals } from './jobs/look-at-deals.ts';
import { createRule } from './operations/create-rule.ts';
import { deleteRule } from './operations/delete-rule.ts';
import { getRule } from './operations/get-rule.ts';
import { listEscalations } from './operations/list-escalations.ts';
import { listRules } from './operations/list-rules.ts';
import { lookChunk } from './operations/look-chunk.ts';
import { restoreRule } from './operations/restore-rule.ts';
import { tryRule } from './operations/try-rule.ts';
import { updateRule } from './operations/update-rule.ts';

export const escalationsModule = defineModule({
  name: 'escalations',
  summary: 'Who is to hear of what needs somebody, by rules, once an occasion, and why.',
  needs: ['identity', 'tasks', 'pipelines', 'territories', 'routing'],
  operations: [
    listRules,
    getRule,
    createRule,
    updateRule,
    deleteRule,
    restoreRule,
    tryRule,
    lookChunk,
    listEscalations,
  ],
  handlers: [raiseOnEvents],
  jobs: [lookAtDeals],
});
