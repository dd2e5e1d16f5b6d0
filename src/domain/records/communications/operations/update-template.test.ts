import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { updateTemplate } from './update-template.ts';

const { run, template, refuses, eventTypes } = await communicationsWorld();

test('a template gets other words, and that is told', async () => {
  const { id } = await template();
  await refuses(updateTemplate, { id, subject: 'x' });
  expect(await run(updateTemplate, { id, subject: 'Hi' })).toMatchObject({
    subject: 'Hi',
    name: 'Welcome',
    version: 2,
  });
  expect(await eventTypes()).toContain('crm.template.updated');
  await expect(run(updateTemplate, { id, type: 'fax' })).rejects.toMatchObject({ code: 'validation_failed' });
});
