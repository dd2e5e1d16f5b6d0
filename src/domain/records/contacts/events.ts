import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { contact } from './fields.ts';

const families = ['contact.lifecycle_events'];

defineRecordEvents(contact, { families });

defineEvent({
  type: 'crm.contact.lifecycle_changed',
  object: 'contact',
  summary: 'Contacts went from one stage of their life cycle to another.',
  aliases: ['contact.lifecycle_changed'],
  families,
  data: { recordIds: 'the ids of the contacts', from: 'the stage before', to: 'the stage now' },
});

export const lifecycleUpdated = defineEvent({
  type: 'crm.contact_lifecycle.updated',
  summary: 'The stages of life that contacts come through were changed.',
  data: { stages: 'the names of the stages, in their order' },
});
