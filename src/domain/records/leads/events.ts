import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { lead } from './fields.ts';

defineRecordEvents(lead);

const ids = { recordIds: 'the ids of the leads' };

export const assigned = defineEvent({
  type: 'crm.lead.assigned',
  object: 'lead',
  summary: 'Leads were given to somebody.',
  aliases: ['lead.assigned'],
  data: { ...ids, ownerId: 'who has them now', by: 'rule, hand, or rejected when the owner before gave them back' },
});
export const accepted = defineEvent({
  type: 'crm.lead.accepted',
  object: 'lead',
  summary: 'Somebody took leads on.',
  aliases: ['lead.accepted'],
  data: { ...ids, ownerId: 'who did' },
});
export const rejected = defineEvent({
  type: 'crm.lead.rejected',
  object: 'lead',
  summary: 'The owner of a lead gave it back.',
  aliases: ['lead.rejected'],
  data: { ...ids, previousOwnerId: 'who gave it back' },
});
export const statusChanged = defineEvent({
  type: 'crm.lead.status_changed',
  object: 'lead',
  summary: 'Leads went from one status to another.',
  aliases: ['lead.status_changed'],
  data: { ...ids, from: 'the status before', to: 'the status now' },
});
export const disqualified = defineEvent({
  type: 'crm.lead.disqualified',
  object: 'lead',
  summary: 'Nothing will come of these leads.',
  aliases: ['lead.disqualified'],
  data: { ...ids, reason: 'why, out of the list of the workspace' },
});
export const converted = defineEvent({
  type: 'crm.lead.converted',
  object: 'lead',
  summary: 'A lead became a deal.',
  aliases: ['lead.converted'],
  data: { ...ids, dealId: 'the deal', contactId: 'its contact', accountId: 'its account; null when there is none' },
});
export const overdue = defineEvent({
  type: 'crm.lead.overdue',
  object: 'lead',
  summary: 'Nobody has accepted these leads in time; told once a lead.',
  aliases: ['lead.overdue', 'lead.sla_breached'],
  data: { ...ids, ownerId: 'whose they are; null when nobody has them' },
});
export const settingsUpdated = defineEvent({
  type: 'crm.lead_settings.updated',
  summary: 'Statuses, reasons or times to answer of leads were changed.',
  data: { sections: 'the names of the sections that changed' },
});
