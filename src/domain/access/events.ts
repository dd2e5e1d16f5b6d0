import { defineEvent } from '#platform/events';

export const scopesChanged = defineEvent({
  type: 'access.scopes.updated',
  summary: 'How widely the roles of the workspace see and write was changed.',
  data: { roles: 'the roles whose scope differs now; every role, where all see everything or no longer do' },
});

export const fieldRulesChanged = defineEvent({
  type: 'access.fields.updated',
  summary: 'What roles and groups may do with fields was changed.',
  data: { roles: 'the roles for which it differs now', groups: 'the groups for which it does' },
});
