import { expect, test } from 'vitest';
import { communicationsWorld } from '../communications-world.fixture.ts';
import { getTemplate } from './get-template.ts';

const { run, template, refuses } = await communicationsWorld();

test('a template comes with its words, and is refused without the permission and to another workspace', async () => {
  const made = await template();
  expect(await run(getTemplate, { id: made.id })).toEqual(made);
  await refuses(getTemplate, { id: made.id });
});
