import { expect, test } from 'vitest';
import { publicId } from '#platform/ids';
import { refusalsIn } from '#platform/testing';
import { auditWorld, doThing } from '../audit-world.fixture.ts';
import { listAudit } from './list-audit.ts';

const world = await auditWorld();
const refuses = refusalsIn(world);
const rita = world.actorWith('nothing:read');
const recordId = world.ports.ids.next();
for (let index = 0; index < 5; index += 1) await world.run(doThing, {}, { surface: 'rest', address: '198.51.100.4' });
await expect(world.run(doThing, { id: publicId('ct', recordId) }, { actor: rita })).rejects.toThrow();
await world.seal();

const listed = async (input: object): Promise<object[]> => (await world.run(listAudit, input as never)).data;

test('entries come with who, whence and what, the latest first, page by page', async () => {
  const first = await world.run(listAudit, { limit: 4 });
  const rest = await world.run(listAudit, { limit: 4, cursor: first.page.next });
  expect(listAudit.output?.parse(first)).toEqual(first);
  const shown: { at: string; number: number }[] = [...first.data, ...rest.data];
  expect(shown.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  expect(shown.map(({ at }) => at)).toEqual(
    shown
      .map(({ at }) => at)
      .sort()
      .reverse(),
  );
  expect(rest.page.next).toBeNull();
  expect(rest.data.at(-1)).toMatchObject({
    operation: 'things.do',
    kind: 'write',
    outcome: 'done',
    surface: 'rest',
    address: '198.51.100.4',
    actor: { type: 'user', name: 'Ada Admin' },
    changeSet: expect.stringMatching(/^cs_/),
    records: 1,
  });
});

test('they are found by who, what, which record, outcome and time', async () => {
  const refused = { operation: 'things.do', outcome: 'refused', actor: expect.objectContaining({ name: 'Rita Rep' }) };
  for (const filter of [
    { actor: publicId('us', rita.id) },
    { record: publicId('ct', recordId) },
    { outcome: 'refused' },
    { kind: 'refusal' },
    { outcome: 'refused', operation: 'things.do', actorType: 'user', from: '2020-01-01T00:00:00Z' },
  ])
    expect(await listed(filter)).toEqual([expect.objectContaining(refused)]);
  expect(await listed({ operation: 'things.do', outcome: 'done' })).toHaveLength(5);
  expect(await listed({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  expect(await listed({ from: '2999-01-01T00:00:00Z' })).toEqual([]);
});

test('it is refused without the permission and with mistakes, and another workspace has none of it', async () => {
  await refuses(listAudit, {}, 'strange');
  await expect(listed({ actor: 'nobody' })).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(listed({ cursor: 'x' })).rejects.toMatchObject({ code: 'bad_request' });
  expect((await world.run(listAudit, {}, { actor: world.stranger })).data).toEqual([]);
});
