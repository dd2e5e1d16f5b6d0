import type { EventType } from '#platform/events';
import { objectCatalogue } from '#platform/fields';

type JsonSchema = Record<string, unknown>;

/** One kind of event in the document. */
export interface Message {
  name: string;
  title: string;
  summary: string;
  description: string;
  contentType: string;
  tags: { name: string }[];
  payload: JsonSchema;
  'x-aliases': readonly string[];
  'x-families': readonly string[];
  'x-permission': string;
  'x-subscribers': readonly string[];
}

const text = (description: string): JsonSchema => ({ type: 'string', description });
const orNull = (schema: JsonSchema): JsonSchema => ({ ...schema, type: [schema.type, 'null'] });

/** `crm.contact.tier_changed` as "Contact tier changed". */
function titleOf(type: string): string {
  const words = type.split('.').slice(1).join(' ').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function payloadOf({ type, object, data = {} }: EventType): JsonSchema {
  const { recordIds, ...fields } = data;
  const prefix = object ? objectCatalogue().get(object)?.prefix : undefined;
  const id: JsonSchema = prefix ? { type: 'string', pattern: `^${prefix}_[0-9a-f]{32}$` } : { type: 'string' };
  const properties: Record<string, JsonSchema> = {
    id: text('The event, as ev_…; the parts of a large one share it.'),
    type: { type: 'string', const: type },
    at: { type: 'string', format: 'date-time', description: 'When it happened.' },
    object: object ? { type: 'string', const: object } : { type: 'null' },
    recordIds: {
      type: 'array',
      items: id,
      maxItems: 100,
      description: `At most 100; none when it is about more than 500.${recordIds ? ` They are ${recordIds}.` : ''}`,
    },
    count: { type: 'integer', description: 'How many records it is about in all.' },
    part: { type: 'integer', description: 'Which part of a large event this is, from 1.' },
    parts: { type: 'integer', description: 'How many parts a large event has.' },
    data: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, description]) => [name, { description }])),
    },
    changeSetId: orNull(text('The change set that it was part of, as cs_…: what undo takes back.')),
    actor: {
      type: 'object',
      description: 'Who did it.',
      properties: { type: text('user, key, agent or system'), id: text('Its id.'), name: text('Its name.') },
      required: ['type', 'id', 'name'],
    },
  };
  const required = Object.keys(properties).filter((name) => name !== 'part' && name !== 'parts');
  return { type: 'object', properties, required };
}

/** A kind of event as a message: its names, who may hear of it, and which handlers do. */
export function messageOf(event: EventType, permission: string, subscribers: readonly string[]): Message {
  const { type, summary, object, aliases = [], families = [] } = event;
  const also = aliases.length > 0 ? ` Also known as ${aliases.join(', ')}.` : '';
  return {
    name: type,
    title: titleOf(type),
    summary,
    description: `${summary}${also} Heard by those who hold ${permission}.`,
    contentType: 'application/json',
    tags: [{ name: object ?? 'workspace' }],
    payload: payloadOf(event),
    'x-aliases': aliases,
    'x-families': families,
    'x-permission': permission,
    'x-subscribers': subscribers,
  };
}
