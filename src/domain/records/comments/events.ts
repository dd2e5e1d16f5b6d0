import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { comment } from './fields.ts';

defineRecordEvents(comment);

const data = {
  recordIds: 'the id of the comment',
  recordId: 'the id of the record that it is about',
  userIds: 'the ids of the users to tell',
};
defineEvent({ type: 'notification.mentioned', object: 'comment', summary: 'Users were mentioned in a comment.', data });
defineEvent({
  type: 'notification.commented',
  object: 'comment',
  summary: 'A record was commented on that users follow who were not mentioned.',
  data,
});
