import { defineEvent } from '#platform/events';

defineEvent({
  type: 'records.tags.changed',
  summary: 'Tags were renamed, merged or taken away on all records.',
  permission: 'tags:read',
  data: { from: 'the tags that are gone', to: 'the tag that they became, or null' },
});
