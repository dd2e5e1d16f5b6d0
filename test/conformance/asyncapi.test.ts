import { expect, test } from 'vitest';
import { eventCatalogue } from '#platform/events';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { type AsyncApiDocument, addAsyncApiRoute, asyncApiDocument } from '#surfaces/asyncapi';
import { handlers } from '../../src/modules.ts';

const options = { version: '1.2.3', baseUrl: 'https://crm.example.com/kith', prefix: '/api/v1', handlers };
const document: AsyncApiDocument = asyncApiDocument(options);

/** What the published schema of AsyncAPI 3.0 allows in an object of each kind, and demands of it (`!`). */
const shapes: Record<string, readonly string[]> = {
  root: ['asyncapi!', 'id', 'info!', 'servers', 'defaultContentType', 'channels', 'operations', 'components'],
  info: ['title!', 'version!', 'description', 'termsOfService', 'contact', 'license', 'tags', 'externalDocs'],
  license: ['name!', 'url'],
  server: [
    'host!',
    'protocol!',
    'pathname',
    'protocolVersion',
    'title',
    'summary',
    'description',
    'variables',
    'security',
    'tags',
    'externalDocs',
    'bindings',
  ],
  channel: [
    'address',
    'messages',
    'title',
    'summary',
    'description',
    'servers',
    'parameters',
    'tags',
    'externalDocs',
    'bindings',
  ],
  operation: [
    'action!',
    'channel!',
    'title',
    'summary',
    'description',
    'security',
    'tags',
    'externalDocs',
    'bindings',
    'traits',
    'messages',
    'reply',
  ],
  message: [
    'headers',
    'payload',
    'correlationId',
    'contentType',
    'name',
    'title',
    'summary',
    'description',
    'tags',
    'externalDocs',
    'bindings',
    'examples',
    'traits',
    'deprecated',
  ],
  http: ['type!', 'scheme!', 'bearerFormat', 'description'],
  httpApiKey: ['type!', 'name!', 'in!', 'description'],
  tag: ['name!', 'description', 'externalDocs'],
};

function findings(kind: string, value: object): string[] {
  const shape = shapes[kind] ?? [];
  const known = new Set(shape.map((name) => name.replace('!', '')));
  const strange = Object.keys(value).filter((name) => !known.has(name) && !/^x-[\w.-]+$/.test(name));
  const missing = shape.filter((name) => name.endsWith('!') && !(name.slice(0, -1) in value));
  return [...strange, ...missing].map((name) => `${kind}: ${name}`);
}

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => (name === '$ref' ? [String(one)] : references(one)));
}

function resolved(reference: string): unknown {
  const parts = reference.replace(/^#\//, '').split('/');
  return parts.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], document);
}

test('the document keeps to the published schema of AsyncAPI 3', () => {
  const { info, servers, channels, operations, components } = document;
  const each = (kind: string, map: Record<string, object>) => Object.values(map).flatMap((one) => findings(kind, one));
  const schemes = Object.values(components.securitySchemes).flatMap((one) => findings(one.type ?? '', one));
  const tags = Object.values(components.messages).flatMap((one) => one.tags.flatMap((tag) => findings('tag', tag)));
  expect([
    ...findings('root', document),
    ...findings('info', info),
    ...findings('license', info.license as object),
    ...each('server', servers),
    ...each('channel', channels),
    ...each('operation', operations),
    ...each('message', components.messages as unknown as Record<string, object>),
    ...schemes,
    ...tags,
  ]).toEqual([]);
  expect(document.asyncapi).toMatch(/^3\.0\.\d+$/);
  expect(['send', 'receive']).toContain(operations.tell?.action);
  for (const name of Object.keys(components.messages)) expect(name).toMatch(/^[\w\d.\-_]+$/);
});

test('every reference leads somewhere, and an operation names messages of its channel', () => {
  for (const reference of references(document)) expect(resolved(reference), reference).toBeDefined();
  const own = Object.keys(document.channels.events?.messages ?? {}).map((name) => `#/channels/events/messages/${name}`);
  expect(document.operations.tell?.messages.map(({ $ref }) => $ref)).toEqual(own);
});

test('every kind of event is there with its names, its permission and who hears it', () => {
  expect(Object.keys(document.components.messages)).toEqual([...eventCatalogue().keys()].sort());
  expect(document.components.messages['crm.contact.scored']).toMatchObject({
    'x-aliases': ['contact.scored', 'lead.scored'],
    'x-permission': 'contacts:read',
    payload: { properties: { recordIds: { items: { pattern: '^ct_[0-9a-f]{32}$' } } } },
  });
  const created = document.components.messages['crm.contact.created'];
  expect(created?.['x-families']).toEqual(['contact.lifecycle_events']);
  expect(created?.['x-subscribers']).toEqual(expect.arrayContaining(['scoring.score', 'search.index']));
});

test('a server gives it to everybody', async () => {
  const log = createLog({ level: 'silent' });
  const server = await createHttpServer({ log, trustProxy: false, corsOrigins: [] });
  addAsyncApiRoute(server, () => options);
  const answer = await server.inject('/asyncapi.json');
  expect(answer.headers['content-type']).toContain('application/json');
  expect(answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
  await server.close();
});
