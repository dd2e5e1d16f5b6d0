import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { deleteTemplate } from './delete-template.ts';

const { run, template, refuses, eventTypes } = await communicationsWorld();

test('a deleted template is gone, and its name is free', async () => {
  const { id } = await template();
  await refuses(deleteTemplate, { id });
  await run(deleteTemplate, { id });
  expect(await eventTypes()).toContain('crm.template.deleted');
  expect(await template()).toMatchObject({ name: 'Welcome' });
});
