import './events.ts';
import './reach.ts';
import { defineModule } from '#platform/operations';
import { getScopes } from './operations/get-scopes.ts';
import { setScopes } from './operations/set-scopes.ts';

export const accessModule = defineModule({
  name: 'access',
  summary: 'Who sees and writes which records, and why.',
  needs: ['identity'],
  operations: [getScopes, setScopes],
});
