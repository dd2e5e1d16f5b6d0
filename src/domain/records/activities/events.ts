import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { activity, activityType } from './fields.ts';

const families = ['activity.workflow_triggers'];

defineRecordEvents(activity, { families });
defineRecordEvents(activityType);

defineEvent({
  type: 'crm.activity.logged',
  object: 'contact',
  summary: 'Something happened with contacts, which may move their scores.',
  aliases: ['activity.logged'],
  families,
  data: { recordIds: 'the ids of the contacts', types: 'the types of the activities' },
});

defineEvent({
  type: 'crm.activity.corrected',
  object: 'contact',
  summary:
    'What was known to have happened with contacts was corrected, deleted or brought back, which may move their scores.',
  families,
  data: { recordIds: 'the ids of the contacts', types: 'the types of the activities' },
});

defineEvent({
  type: 'crm.call.logged',
  object: 'activity',
  summary: 'Calls that have been made were logged.',
  aliases: ['call.logged', 'call.completed', 'crm.call.completed'],
  data: { recordIds: 'the ids of the activities' },
});

defineEvent({
  type: 'crm.meeting.scheduled',
  object: 'activity',
  summary: 'Meetings were arranged.',
  aliases: ['meeting.scheduled'],
  data: { recordIds: 'the ids of the activities' },
});
