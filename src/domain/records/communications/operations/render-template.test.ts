import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { renderTemplate } from './render-template.ts';

const world = await communicationsWorld();
const { id } = await world.template({ bodyHtml: '<b>{{values.offer}}</b>' });
const contactId = world.person.id;

test('the places of a template are filled, in HTML escaped, and what stays empty is told', async () => {
  expect(await world.run(renderTemplate, { id, contactId, values: { offer: '5 < 6' } })).toEqual({
    id,
    subject: 'Hello Ana',
    bodyText: 'From Ada GmbH: 5 < 6',
    bodyHtml: '<b>5 &lt; 6</b>',
    missing: [],
  });
  expect(await world.run(renderTemplate, { id })).toMatchObject({
    subject: 'Hello there',
    missing: ['contact.account', 'values.offer'],
  });
});

test('who may not read contacts, or is elsewhere, learns nothing of them', async () => {
  const actor = world.actorWith('templates:read');
  await expect(world.run(renderTemplate, { id, contactId }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  const nobody = world.actorWith('contacts:read');
  await expect(world.run(renderTemplate, { id }, { actor: nobody })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(renderTemplate, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.run(renderTemplate, { id, contactId: 'x' })).rejects.toMatchObject({ code: 'validation_failed' });
});
