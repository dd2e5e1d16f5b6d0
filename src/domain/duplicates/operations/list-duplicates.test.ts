import { expect, test } from 'vitest';
import { duplicatesWorld } from '../duplicates-world.fixture.ts';
import { listDuplicates } from './list-duplicates.ts';

const world = await duplicatesWorld();
const people: string[] = [];
for (const firstName of ['Ana', 'Bo', 'Cy', 'Di'])
  people.push((await world.person({ firstName, phone: '+49 30 901820' })).id);
await world.settle();

test('suggestions come page by page, each once, with names and reasons', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const { data, page } = await world.run(listDuplicates, { limit: 4, cursor });
    for (const one of data) seen.push(`${one.first.name}+${one.second.name}:${one.reasons}`);
    cursor = page.next;
  } while (cursor);
  expect(seen).toEqual(['Ana+Bo:phone', 'Ana+Cy:phone', 'Ana+Di:phone', 'Bo+Cy:phone', 'Bo+Di:phone', 'Cy+Di:phone']);
});

test('those of one contact are found on either side', async () => {
  const { data } = await world.run(listDuplicates, { recordId: people[1] });
  expect(data).toHaveLength(3);
});

test('another workspace sees nothing, and its ids lead nowhere', async () => {
  const actor = world.stranger;
  expect(await world.run(listDuplicates, {}, { actor })).toEqual({ data: [], page: {} });
  await expect(world.run(listDuplicates, { recordId: people[0] }, { actor })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a foreign cursor, another kind of record and a missing permission are refused', async () => {
  await expect(world.run(listDuplicates, { cursor: 'nonsense' })).rejects.toMatchObject({ code: 'bad_request' });
  const forged = Buffer.from(`${'-'.repeat(36)}/${'-'.repeat(36)}`).toString('base64url');
  await expect(world.run(listDuplicates, { cursor: forged })).rejects.toMatchObject({ code: 'bad_request' });
  await expect(world.run(listDuplicates, { object: 'deal' as 'contact' })).rejects.toMatchObject({
    code: 'validation_failed',
  });
  const actor = world.actorWith('accounts:read');
  await expect(world.run(listDuplicates, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
});
