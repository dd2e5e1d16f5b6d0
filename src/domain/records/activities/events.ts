import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { activity } from './fields.ts';

export const activityEvents = defineRecordEvents(activity);

export const activityLogged = defineEvent({
  type: 'crm.activity.logged',
  object: 'contact',
  summary: 'Something happened with contacts, which may move their scores.',
  aliases: ['activity.logged'],
  data: { recordIds: 'the ids of the contacts', types: 'the types of the activities' },
});
