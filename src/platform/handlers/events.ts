import { defineEvent } from '#platform/events';

export const givenUp = defineEvent({
  type: 'kith.event.given_up',
  summary:
    'A handler could not take an event and went on without it; it is kept and can be given to the handler again.',
  aliases: ['error.critical'],
  permission: 'handlers:read',
  data: { failedEventId: 'which', handler: 'the name of the handler', type: 'the type of the event' },
});
