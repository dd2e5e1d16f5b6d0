import { defineEvent } from '#platform/events';

const data = { object: 'the kind of record', name: 'the name of the field' };

defineEvent({ type: 'records.field.created', summary: 'A field was added to a kind of record.', data });
defineEvent({ type: 'records.field.deleted', summary: 'A field was taken out of use.', data });
