import { validate } from '@scalar/openapi-parser';
import { expect, test } from 'vitest';
import { z } from 'zod';
import '#domain/identity';
import { accountsModule } from '#domain/records/accounts';
import { contactsModule } from '#domain/records/contacts';
import { defineModule, defineOperation, uploadedFile } from '#platform/operations';
import { openApiDocument } from './document.ts';

const send = defineOperation({
  name: 'parcels.send',
  summary: 'Sends a file.',
  kind: 'write',
  upload: true,
  permission: 'parcels:write',
  route: { method: 'POST', path: '/parcels/:place', status: 202 },
  input: z.strictObject({
    place: z.string(),
    file: uploadedFile,
    mapping: z.record(z.string(), z.string()).optional(),
  }),
  output: z.object({ id: z.string() }),
  run: async () => ({ id: 'p' }),
});
const parcels = defineModule({ name: 'parcels', summary: 'Things on their way.', needs: [], operations: [send] });

const document = openApiDocument({
  modules: [accountsModule, contactsModule, parcels],
  version: '1.2.3',
  baseUrl: 'https://crm.example.com',
  prefix: '/api/v1',
});
const contacts = document.paths['/api/v1/contacts'];
const contact = document.paths['/api/v1/contacts/{id}'];

test('the document is valid OpenAPI 3.1', async () => {
  const { valid, errors } = await validate(JSON.stringify(document));
  expect(errors).toEqual([]);
  expect(valid).toBe(true);
  expect(document.openapi).toBe('3.1.1');
});

test('every reference names a schema or an answer that is there', () => {
  const text = JSON.stringify(document);
  for (const part of ['schemas', 'responses'] as const) {
    const names = [...text.matchAll(new RegExp(`"#/components/${part}/(\\w+)"`, 'g'))].map((match) => match[1]);
    expect(names.length).toBeGreaterThan(0);
    expect(Object.keys(document.components[part])).toEqual(expect.arrayContaining([...new Set(names)]));
  }
});

test('every operation with a route is there once, under the module that it belongs to', () => {
  const ids = Object.values(document.paths).flatMap((methods) => Object.values(methods).map((one) => one.operationId));
  expect(new Set(ids).size).toBe(ids.length);
  for (const operation of contactsModule.operations ?? []) expect(ids).toContain(operation.name);
  expect(contacts?.get?.tags).toEqual(['contacts']);
  expect(document.tags).toContainEqual({ name: 'parcels', description: 'Things on their way.' });
});

test('routes that are no operations are there as well, open where nobody is signed in yet', () => {
  expect(document.paths['/api/v1/session']?.post?.security).toEqual([]);
  expect(document.paths['/api/v1/events']?.get?.responses['200']).toHaveProperty(['content', 'text/event-stream']);
});

test('a record is described by its fields, and related records by their names', () => {
  const { properties = {} } = document.components.schemas.Contact ?? {};
  expect(properties.email).toMatchObject({ type: ['string', 'null'], description: 'The primary e-mail address.' });
  expect(properties.account?.properties).toHaveProperty('name');
  expect(properties.scoreTier?.enum).toContain('HOT');
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(['id', 'version', 'customFields', 'createdAt']));
});

test('writes take an idempotency key, changes of a record If-Match, and both say how they may be refused', () => {
  const headers = (entry = contact?.patch) =>
    entry?.parameters?.filter((one) => one.in === 'header').map((one) => one.name);
  expect(headers()).toEqual(['Idempotency-Key', 'If-Match']);
  expect(headers(contacts?.post)).toEqual(['Idempotency-Key']);
  expect(Object.keys(contact?.patch?.responses ?? {})).toEqual(
    expect.arrayContaining(['200', '401', '404', '412', '422']),
  );
});

test('what stands in the path is not asked for again in the body', () => {
  const body = contact?.patch?.requestBody?.content['application/json']?.schema;
  expect(body?.properties).toHaveProperty('email');
  expect(body?.properties).not.toHaveProperty('id');
});

test('a file is sent as a form', () => {
  const entry = document.paths['/api/v1/parcels/{place}']?.post;
  const form = entry?.requestBody?.content['multipart/form-data']?.schema;
  expect(form?.properties?.file).toMatchObject({ type: 'string', format: 'binary' });
  expect(form?.required).toEqual(['file']);
  expect(entry?.responses['202']).toHaveProperty(['content', 'application/json', 'schema', 'properties', 'id']);
});
