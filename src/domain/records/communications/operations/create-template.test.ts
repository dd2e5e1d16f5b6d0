import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { createTemplate } from './create-template.ts';

const { run, template, refuses, eventTypes } = await communicationsWorld();

test('a template is made and told, and its name is taken', async () => {
  expect(await template()).toMatchObject({ name: 'Welcome', type: 'email', bodyHtml: null });
  expect(await eventTypes()).toContain('crm.template.created');
  await expect(template()).rejects.toMatchObject({ code: 'conflict' });
});

test('it is refused without the permission and with wrong input', async () => {
  await refuses(createTemplate, { name: 'Other', type: 'email' }, 'strange');
  for (const wrong of [{ name: '' }, { name: null }, { type: 'fax' }, { subject: 'x'.repeat(1001) }])
    await expect(run(createTemplate, { name: 'X', type: 'email', ...wrong } as never)).rejects.toMatchObject({
      code: 'validation_failed',
    });
});
