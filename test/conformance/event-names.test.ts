import { expect, test } from 'vitest';
import { eventsNamed } from '#platform/events';
import '../../src/modules.ts';

/** Names that other systems subscribe by, and the kind of event that each of them means. */
const names: Record<string, string> = {
  'crm.contact.created': 'crm.contact.created',
  'crm.contact.scored': 'crm.contact.scored',
  'crm.contact.lifecycle_changed': 'crm.contact.lifecycle_changed',
  'crm.activity.logged': 'crm.activity.logged',
  'crm.deal.stage_changed': 'crm.deal.stage_changed',
  'crm.deal.won': 'crm.deal.won',
  'crm.lead.qualified': 'crm.lead.qualified',
  'notification.urgent': 'notification.urgent',
  'crm.lead.created': 'crm.lead.created',
  'crm.deal.updated': 'crm.deal.updated',
  'crm.call.completed': 'crm.call.logged',
  'contact.created': 'crm.contact.created',
  'contact.updated': 'crm.contact.updated',
  'contact.merged': 'crm.contact.merged',
  'lead.created': 'crm.lead.created',
  'lead.scored': 'crm.contact.scored',
  'lead.assigned': 'crm.lead.assigned',
  'lead.converted': 'crm.lead.converted',
  'opportunity.created': 'crm.deal.created',
  'opportunity.stage_changed': 'crm.deal.stage_changed',
  'opportunity.won': 'crm.deal.won',
  'opportunity.lost': 'crm.deal.lost',
  'activity.created': 'crm.activity.created',
  'task.created': 'crm.task.created',
  'task.due_soon': 'crm.task.due_soon',
  'task.overdue': 'crm.task.overdue',
  'email.sent': 'crm.email.sent',
  'email.opened': 'crm.email.opened',
  'call.logged': 'crm.call.logged',
  'meeting.scheduled': 'crm.meeting.scheduled',
  'alert.threshold_exceeded': 'crm.escalation.raised',
  'performance.threshold_exceeded': 'kith.threshold.exceeded',
  'batch_job.completed': 'intake.import.ended',
  'error.critical': 'kith.event.given_up',
};

test.each(Object.entries(names))('%s is heard by its name', (name, type) => {
  expect(eventsNamed(name).map((one) => one.type)).toEqual([type]);
});

test.each([
  ['contact.lifecycle_events', ['crm.contact.created', 'crm.contact.deleted', 'crm.contact.lifecycle_changed']],
  ['opportunity.state_changes', ['crm.deal.lost', 'crm.deal.stage_changed', 'crm.deal.won']],
  ['activity.workflow_triggers', ['crm.activity.created', 'crm.activity.logged']],
  ['user.login_logout', ['identity.session.ended', 'identity.session.started']],
])('the family %s means all of its events', (family, some) => {
  expect(eventsNamed(family).map((one) => one.type)).toEqual(expect.arrayContaining(some));
});
