import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { share } from './fields.ts';

defineRecordEvents(share);
defineEvent({
  type: 'notification.shared',
  object: 'share',
  summary: 'A record was shared with users.',
  data: {
    recordIds: 'the id of the share',
    recordId: 'the id of the record',
    userIds: 'the ids of the users to tell; none where it is shared with a role',
    role: 'the role, where it is shared with one',
  },
});
