import { defineEvent } from '#platform/events';
import { defineRecordEvents } from '#platform/records';
import { customObject } from './fields.ts';

defineRecordEvents(customObject);

const permission = 'records:read';
const data = { recordIds: 'the ids of the records, up to 1,000 in one event', prefix: 'how their public ids begin' };

/** One type for all kinds of a workspace: the event names the kind as its object. */
defineEvent({
  type: 'crm.custom.created',
  summary: 'Records of a kind that the workspace has made were created.',
  permission,
  data: { ...data, source: 'where they came from' },
});
defineEvent({
  type: 'crm.custom.updated',
  summary: 'Values of records of a kind that the workspace has made were changed.',
  permission,
  data: { ...data, fields: 'the names of the fields that changed' },
});
defineEvent({
  type: 'crm.custom.deleted',
  summary: 'Records of a kind that the workspace has made were deleted; they can be restored.',
  permission,
  data,
});
defineEvent({
  type: 'crm.custom.restored',
  summary: 'Deleted records of a kind that the workspace has made were brought back.',
  permission,
  data,
});
