import { defineEvent } from '#platform/events';

defineEvent({
  type: 'demo.ready',
  summary: 'The demo is there: all of its accounts, contacts, activities and leads.',
  data: { accounts: 'how many', contacts: 'how many', activities: 'how many', leads: 'how many' },
});
defineEvent({ type: 'demo.removed', summary: 'The demo has been taken away, with all that belonged to it.' });
