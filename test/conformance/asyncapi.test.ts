import published from '@asyncapi/specs';
import { Ajv, type AnySchema } from 'ajv';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { eventCatalogue } from '#platform/events';
import { createHttpServer } from '#platform/http';
import { createLog } from '#platform/log';
import { type AsyncApiDocument, addAsyncApiRoute, asyncApiDocument } from '#surfaces/asyncapi';
import { handlers } from '../../src/modules.ts';

const options = { version: '1.2.3', baseUrl: 'https://crm.example.com/kith', prefix: '/api/v1', handlers };
const document: AsyncApiDocument = asyncApiDocument(options);

// The published schema brings the one of JSON Schema along, by which payloads are judged.
const ajv = new Ajv({ strict: false, allErrors: true, meta: false, validateSchema: false });
formats.default(ajv);
const validate = ajv.compile(published.schemas['3.0.0'] as AnySchema);

/** What is wrong with a document by the published schema of AsyncAPI 3.0, by where it stands. */
function mistakes(some: object): string[] {
  if (validate(JSON.parse(JSON.stringify(some)))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
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
  expect(mistakes(document)).toEqual([]);
});

test('a document that does not keep to the schema is found', () => {
  const { info, operations, channels, components } = document;
  const message = components.messages['crm.contact.created'];
  const withMessage = (changed: object) => ({
    ...document,
    components: {
      ...components,
      messages: { ...components.messages, 'crm.contact.created': { ...message, ...changed } },
    },
  });
  const broken: Record<string, object> = {
    'an older version': { ...document, asyncapi: '2.6.0' },
    'no title': { ...document, info: { ...info, title: undefined } },
    'an action that is none': { ...document, operations: { tell: { ...operations.tell, action: 'shout' } } },
    'a channel with a word of its own': { ...document, channels: { events: { ...channels.events, loud: true } } },
    'a payload that is no schema': withMessage({ payload: { type: 'thing' } }),
    'tags without a name': withMessage({ tags: [{ description: 'nameless' }] }),
    'a message with a word of its own': withMessage({ subscribers: [] }),
  };
  for (const [what, some] of Object.entries(broken)) expect(mistakes(some), what).not.toEqual([]);
});

test('what is told keeps to the payload of its message', () => {
  const payload = document.components.messages['crm.deal.stage_changed']?.payload ?? {};
  const keeps = ajv.compile({ ...payload, $id: 'payload' });
  const told = {
    id: `ev_${'0'.repeat(32)}`,
    type: 'crm.deal.stage_changed',
    at: '2026-11-29T10:00:00.000Z',
    object: 'deal',
    recordIds: [`dl_${'0'.repeat(32)}`],
    count: 1,
    data: { dealId: `dl_${'0'.repeat(32)}`, fromStage: 'Talk', toStage: 'Offer', value: '100.00', triggeredBy: 'user' },
    changeSetId: null,
    actor: { type: 'user', id: 'us_1', name: 'Ada' },
  };
  expect(keeps(told), JSON.stringify(keeps.errors)).toBe(true);
  expect(keeps({ ...told, recordIds: ['ct_1'] })).toBe(false);
  expect(keeps({ ...told, at: 'yesterday' })).toBe(false);
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
