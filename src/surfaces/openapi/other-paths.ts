import type { OpenApiDocument, OperationEntry } from './document.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Response } from './responses.ts';

const object = (properties: Record<string, JsonSchema>, required = Object.keys(properties)): JsonSchema => ({
  type: 'object',
  properties,
  required,
});

const problem: Response = {
  description: 'Refused.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const done = (schema: JsonSchema, type = 'application/json', description = 'Done.'): Response => ({
  description,
  content: { [type]: { schema } },
});

function entry(
  operationId: string,
  tag: string,
  summary: string,
  rest: Pick<OperationEntry, 'responses'> & Partial<OperationEntry>,
): OperationEntry {
  return { operationId, summary, description: 'Not an operation: a route of its own.', tags: [tag], ...rest };
}

const jsonBody = (schema: JsonSchema) => ({ required: true, content: { 'application/json': { schema } } });
const text: JsonSchema = { type: 'string' };
const session = { type: 'object', description: 'As session.get answers.' } satisfies JsonSchema;

function query(name: string, description: string) {
  return { name, in: 'query' as const, description, schema: text };
}

const health = object({ status: text, version: text, checks: { type: 'object', additionalProperties: text } });

const open = { security: [] };

/** Signing in and out. */
function sessionPaths(prefix: string): OpenApiDocument['paths'] {
  const signsIn = {
    ...open,
    responses: { 200: done(session), 400: problem, 401: problem, 403: problem, 429: problem },
  };
  return {
    [`${prefix}/session`]: {
      post: entry('session.signIn', 'session', 'Signs in by password; the session is a cookie.', {
        ...signsIn,
        requestBody: jsonBody(object({ email: text, password: text })),
      }),
      delete: entry('session.signOut', 'session', 'Signs out.', {
        responses: { 204: { description: 'Signed out.' }, 403: problem },
      }),
    },
    [`${prefix}/session/link`]: {
      post: entry('session.signInByLink', 'session', 'Signs in by the token of a one-time link.', {
        ...signsIn,
        requestBody: jsonBody(object({ token: text })),
      }),
    },
    [`${prefix}/auth/login`]: {
      post: entry('auth.login', 'session', 'Signs in by password, with cookies or with tokens for a program.', {
        ...signsIn,
        requestBody: jsonBody(
          object({ email: text, password: text, tokens: { type: 'boolean' } }, ['email', 'password']),
        ),
      }),
    },
    [`${prefix}/session/second-factor`]: {
      post: entry('session.signInBySecondFactor', 'session', 'The second step of a sign-in that asked for one.', {
        ...signsIn,
        requestBody: jsonBody(object({ code: text, challenge: text, tokens: { type: 'boolean' } }, ['code'])),
      }),
    },
    [`${prefix}/auth/refresh`]: {
      post: entry(
        'auth.refresh',
        'session',
        'Exchanges a refresh token, of the cookie or the body, for the next pair.',
        {
          ...signsIn,
          requestBody: { ...jsonBody(object({ refreshToken: text }, [])), required: false },
        },
      ),
    },
    [`${prefix}/auth/logout`]: {
      post: entry('auth.logout', 'session', 'Signs out, by the cookies or by a refresh token.', {
        requestBody: { ...jsonBody(object({ refreshToken: text }, [])), required: false },
        responses: { 204: { description: 'Signed out.' }, 403: problem },
      }),
    },
    '/.well-known/jwks.json': {
      get: entry('auth.keys', 'session', 'The public keys that access tokens are signed with (RFC 7517).', {
        ...open,
        responses: {
          200: done(object({ keys: { type: 'array', items: { type: 'object' } } }), 'application/jwk-set+json'),
        },
      }),
    },
  };
}

/** What a server answers beside the operations: signing in, the stream of events, and how it is. */
export function otherPaths(prefix: string): OpenApiDocument['paths'] {
  return {
    ...sessionPaths(prefix),
    [`${prefix}/events`]: {
      get: entry('events.stream', 'events', 'What happens in the workspace, as server-sent events, as it happens.', {
        parameters: [
          query(
            'types',
            'Only these types, between commas: crm.contact.created, or crm.contact.* for all that begin alike.',
          ),
          query('object', 'Only events about these kinds of records, between commas.'),
          query('lastEventId', 'Where to go on, for readers that cannot send Last-Event-ID.'),
          { name: 'Last-Event-ID', in: 'header', description: 'The last id that was heard.', schema: text },
        ],
        responses: { 200: done(text, 'text/event-stream'), 400: problem, 401: problem, 403: problem, 429: problem },
      }),
    },
    '/asyncapi.json': {
      get: entry('events.document', 'events', 'Every kind of event, as an AsyncAPI 3 document.', {
        ...open,
        responses: { 200: done({ type: 'object' }) },
      }),
    },
    '/live': {
      get: entry('health.live', 'health', 'Whether the process runs.', {
        ...open,
        responses: { 200: done(object({ status: text })) },
      }),
    },
    '/ready': {
      get: entry('health.ready', 'health', 'Whether it can serve.', {
        ...open,
        responses: { 200: done(object({ status: text })), 503: done(object({ status: text })) },
      }),
    },
    '/health': {
      get: entry('health.all', 'health', 'How the process is and what it needs.', {
        ...open,
        responses: { 200: done(health), 503: done(health) },
      }),
    },
    '/metrics': {
      get: entry('health.metrics', 'health', 'What is counted and timed, for Prometheus.', {
        ...open,
        responses: { 200: done(text, 'text/plain') },
      }),
    },
  };
}

export const otherTags = [
  { name: 'session', description: 'Signing in and out.' },
  { name: 'health', description: 'How the server is.' },
];
