import './events.ts';
import './access-of-actor.ts';
import { defineModule } from '#platform/operations';
import { getFieldRules } from './operations/get-field-rules.ts';
import { getScopes } from './operations/get-scopes.ts';
import { setFieldRules } from './operations/set-field-rules.ts';
import { setScopes } from './operations/set-scopes.ts';

export const accessModule = defineModule({
  name: 'access',
  summary: 'Who sees and writes which records, and why.',
  needs: ['identity'],
  operations: [getScopes, setScopes, getFieldRules, setFieldRules],
});
