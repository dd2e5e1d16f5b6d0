import './events.ts';
import './kind.ts';
import { defineModule } from '#platform/operations';
import { createRule } from './operations/create-rule.ts';
import { deleteRule } from './operations/delete-rule.ts';
import { getRule } from './operations/get-rule.ts';
import { listRouting } from './operations/list-routing.ts';
import { listRules } from './operations/list-rules.ts';
import { restoreRule } from './operations/restore-rule.ts';
import { tryRules } from './operations/try-rules.ts';
import { updateRule } from './operations/update-rule.ts';

export const routingModule = defineModule({
  name: 'routing',
  summary: 'Who gets which leads, by rules, and why.',
  needs: ['identity', 'territories'],
  operations: [listRules, getRule, createRule, updateRule, deleteRule, restoreRule, tryRules, listRouting],
});
