import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { contact } from './fields.ts';

defineRecordEvents(contact);

defineEvent({
  type: 'crm.contact.lifecycle_changed',
  object: 'contact',
  summary: 'Contacts came to another stage of life, as from lead to customer.',
  aliases: ['contact.lifecycle_changed'],
  data: { recordIds: 'the ids of the contacts', from: 'the stage before', to: 'the stage now' },
});
