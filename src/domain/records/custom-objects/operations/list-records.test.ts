import { expect, test } from 'vitest';
import { findObject } from '#platform/records';
import { searchHandler } from '#platform/search';
import { objectsWorld } from '../objects-world.fixture.ts';
import { createObject } from './create-object.ts';
import { createRecord } from './create-record.ts';
import { listCustomRecords } from './list-records.ts';

const world = await objectsWorld();
const { run, make, refuses } = world;
const list = async (request: object) =>
  (await run(listCustomRecords, { object: 'project', ...request } as never)).data.map(
    (one: { name: string }) => one.name,
  );
await make({ name: 'Apollo', customFields: { stage: 'running', budget: '100' } });
await make({ name: 'Beagle', customFields: { stage: 'idea', budget: '20' } });
await make({ name: 'Curie' });

test('records are listed, filtered, sorted and counted like all others, under either name of their kind', async () => {
  expect(await list({ sort: 'name' })).toEqual(['Apollo', 'Beagle', 'Curie']);
  expect(await list({ filter: { 'custom.stage': { eq: 'idea' } } })).toEqual(['Beagle']);
  expect(await list({ sort: '-custom.budget' })).toEqual(['Apollo', 'Beagle', 'Curie']);
  expect(await run(listCustomRecords, { object: 'projects', count: 'bounded' } as never)).toMatchObject({
    page: { total: 3 },
  });
});

test('they are found by their names and by the texts of their fields', async () => {
  await world.addField({ name: 'notes', type: 'text' });
  await make({ name: 'Darwin', customFields: { notes: 'finches on islands' } });
  await world.handle(searchHandler(findObject));
  expect(await list({ q: 'apo' })).toEqual(['Apollo']);
  expect(await list({ q: 'finch' })).toEqual(['Darwin']);
});

test('records of other kinds are not among them, and it is refused as all are', async () => {
  await run(createObject, { name: 'ticket', label: 'Ticket' } as never);
  await run(createRecord, { object: 'ticket', name: 'Zed' } as never);
  expect(await list({})).not.toContain('Zed');
  await refuses(listCustomRecords, { object: 'project' });
});
