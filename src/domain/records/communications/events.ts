import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { communication, template } from './fields.ts';

defineRecordEvents(communication);
defineRecordEvents(template);

defineEvent({
  type: 'crm.email.sent',
  object: 'communication',
  summary: 'E-mails went out.',
  aliases: ['email.sent'],
  data: { recordIds: 'the ids of the communications' },
});

defineEvent({
  type: 'crm.email.opened',
  object: 'communication',
  summary: 'E-mails that went out were opened for the first time.',
  aliases: ['email.opened'],
  data: { recordIds: 'the ids of the communications' },
});
