import { expect, test } from 'vitest';
import { objectsWorld } from '../objects-world.fixture.ts';
import { updateRecord } from './update-record.ts';

const world = await objectsWorld();
const { run, make, refuses, code } = world;

test('only what is given changes, versions are minded, and that is told', async () => {
  const { id } = await make({ customFields: { stage: 'idea' } });
  expect(await run(updateRecord, { object: 'project', id, name: 'Gemini' } as never)).toMatchObject({
    name: 'Gemini',
    customFields: { stage: 'idea' },
  });
  const old = run(updateRecord, { object: 'project', id, name: 'X' } as never, { expectedVersion: 1 });
  expect(await code(old)).toBe('version_changed');
  expect(await world.eventTypes()).toContain('crm.custom.updated');
  await refuses(updateRecord, { object: 'project', id, name: 'X' });
});
