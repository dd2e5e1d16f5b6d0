import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { replaceRecord } from './replace-record.ts';

const world = await objectsWorld();
const { run, make, refuses } = world;

test('what is not given becomes empty, and that is told', async () => {
  const { id } = await make({ tags: ['x'], customFields: { stage: 'idea' } });
  expect(await run(replaceRecord, { object: 'project', id, name: 'Gemini' } as never)).toMatchObject({
    name: 'Gemini',
    tags: [],
    customFields: {},
  });
  expect(await world.eventTypes()).toContain('crm.custom.updated');
  await refuses(replaceRecord, { object: 'project', id, name: 'X' });
});
