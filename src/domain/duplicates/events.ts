import { defineEvent } from '#platform/events';

defineEvent({
  type: 'duplicates.suggestion.dismissed',
  object: 'contact',
  summary: 'Somebody has decided that two records are not the same.',
  data: { recordIds: 'the two records' },
});
