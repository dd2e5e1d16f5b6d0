import { defineEvent } from '#platform/events';

export const scopesChanged = defineEvent({
  type: 'access.scopes.updated',
  summary: 'How widely the roles of the workspace see and write was changed.',
  data: { roles: 'the roles whose scope differs now; every role, where all see everything or no longer do' },
});
