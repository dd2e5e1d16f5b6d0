import { type EventType, eventCatalogue, type Handler, handlerCatalogue, permissionToHear } from '#platform/events';
import { type Message, messageOf } from './message.ts';

export interface AsyncApiOptions {
  version: string;
  /** Where the API is reached, without a slash at the end. */
  baseUrl: string;
  /** The path before every route, as `/api/v1`. */
  prefix: string;
  /** Those who hear events; all that are declared unless told. */
  handlers?: Iterable<Handler>;
}

interface Reference {
  $ref: string;
}

/** An AsyncAPI 3 document. */
export interface AsyncApiDocument {
  asyncapi: string;
  info: Record<string, unknown>;
  defaultContentType: string;
  servers: Record<string, Record<string, unknown>>;
  channels: Record<string, { address: string; messages: Record<string, Reference> } & Record<string, unknown>>;
  operations: Record<string, { action: string; channel: Reference; messages: Reference[] } & Record<string, unknown>>;
  components: { messages: Record<string, Message>; securitySchemes: Record<string, Record<string, string>> };
}

const about = `Everything that happens in a workspace is one event, written in the transaction that made it happen, in one log.

Ids are public ones (\`ct_…\` a contact). Events carry ids and what changed; personal values only where a reader may see them. A kind of event is subscribed
to by its name, by another name that it has, or by the name of its family. An event arrives at least once: its \`id\` tells it from another.`;

const channel = 'events';

function serverOf(baseUrl: string): Record<string, unknown> {
  const { host, protocol, pathname } = new URL(baseUrl);
  return {
    host,
    protocol: protocol.replace(':', ''),
    ...(pathname === '/' ? {} : { pathname }),
    security: [{ $ref: '#/components/securitySchemes/apiKey' }, { $ref: '#/components/securitySchemes/session' }],
  };
}

/** The kinds of events in the order of their names, each with the handlers that hear it. */
function heard(handlers: Iterable<Handler>): { event: EventType; by: string[] }[] {
  const all = [...handlers];
  const by = ({ type }: EventType) => all.filter(({ on }) => on.includes(type)).map(({ name }) => name);
  const sorted = [...eventCatalogue().values()].sort((a, b) => (a.type < b.type ? -1 : 1));
  return sorted.map((event) => ({ event, by: by(event).sort() }));
}

/** The document that describes every kind of event, as readers outside get it. */
export function asyncApiDocument(options: AsyncApiOptions): AsyncApiDocument {
  const { version, baseUrl, prefix, handlers = handlerCatalogue().values() } = options;
  const messages: Record<string, Message> = {};
  for (const { event, by } of heard(handlers)) {
    const permission = permissionToHear({ type: event.type, object: event.object ?? null });
    messages[event.type] = messageOf(event, permission, by);
  }
  const types = Object.keys(messages);
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Kith events',
      version,
      description: about,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: { kith: serverOf(baseUrl) },
    channels: {
      [channel]: {
        address: `${prefix}/events`,
        title: 'The stream of events',
        description:
          'Server-sent events. `types` chooses kinds of events by their names, `object` kinds of records; `Last-Event-ID` goes on where a reader was.',
        messages: Object.fromEntries(types.map((type) => [type, { $ref: `#/components/messages/${type}` }])),
      },
    },
    operations: {
      tell: {
        action: 'send',
        channel: { $ref: `#/channels/${channel}` },
        title: 'Kith tells what happens',
        summary: 'Sends what happens in the workspace, as it happens, to whoever listens and may hear of it.',
        messages: types.map((type) => ({ $ref: `#/channels/${channel}/messages/${type}` })),
      },
    },
    components: {
      messages,
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, as kith_….' },
        session: {
          type: 'httpApiKey',
          in: 'cookie',
          name: 'kith_session',
          description: 'The session of the web app.',
        },
      },
    },
  };
}
