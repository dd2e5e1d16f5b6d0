import { defineEvent } from '#platform/events';

defineEvent({
  type: 'demo.ready',
  summary: 'The demo is there: all of its accounts, contacts, activities, leads and deals.',
  data: { accounts: 'how many', contacts: 'how many', activities: 'how many', leads: 'how many', deals: 'how many' },
});
defineEvent({ type: 'demo.removed', summary: 'The demo has been taken away, with all that belonged to it.' });
