import { defineEvent } from '#platform/events';

export const auditErased = defineEvent({
  type: 'audit.names.erased',
  summary: 'The names and addresses of somebody were taken out of the audit log.',
  permission: 'audit:read',
  data: { entries: 'how many named them' },
});
