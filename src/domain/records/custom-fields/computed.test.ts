import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseId } from '#platform/ids';
import { deleteOperation, restoreOperation } from '#platform/records';
import { account, contact, fieldsWorld } from './fields-world.fixture.ts';
import { refreshField } from './jobs/refresh-field.ts';
import { createField } from './operations/create-field.ts';
import { deleteField } from './operations/delete-field.ts';
import { updateField } from './operations/update-field.ts';

const world = await fieldsWorld();
const { run, addField, make, change, get, list, code } = world;
const onAccount = (field: object) => addField({ object: 'account', ...field });
const custom = async (id: string) => (await get(account, id)).customFields;

const seats = await addField({ name: 'seats', type: 'number' });
const price = await addField({ name: 'price', type: 'money', currency: 'EUR', privacy: 'confidential' });
await addField({ name: 'vip', type: 'boolean' });
const total = await addField({ name: 'total', type: 'formula', formula: 'seats * price' });
const byAccount = { object: 'contact', by: 'accountId' };
const people = await onAccount({ name: 'people', type: 'rollup', rollup: { ...byAccount, function: 'count' } });
const worth = await onAccount({
  name: 'worth',
  type: 'rollup',
  rollup: { ...byAccount, function: 'sum', of: 'custom.total' },
});
await onAccount({
  name: 'vips',
  type: 'rollup',
  rollup: { ...byAccount, function: 'count', filter: { 'custom.vip': { eq: true } } },
});
await onAccount({ name: 'average', type: 'rollup', rollup: { ...byAccount, function: 'avg', of: 'custom.seats' } });
await onAccount({ name: 'each', type: 'formula', formula: 'worth / people' });

test('formulas and roll-ups have their type and the privacy of their sources', () => {
  expect(total).toMatchObject({
    type: 'money',
    currency: 'EUR',
    computed: 'formula',
    editable: false,
    privacy: 'confidential',
  });
  expect(people).toMatchObject({ type: 'integer', computed: 'rollup', privacy: 'internal' });
  expect(worth).toMatchObject({ type: 'money', privacy: 'confidential' });
});

test('they follow every write, are listed and sorted, and cost no version and no history', async () => {
  const acme = await make(account, { name: 'Acme' });
  expect(acme.customFields).toEqual({ people: 0, worth: '0.00', vips: 0 });
  const ana = await make(contact, {
    firstName: 'Ana',
    accountId: acme.id,
    customFields: { seats: 3, price: '2.50', vip: true },
  });
  expect(ana.customFields).toMatchObject({ total: '7.50' });
  await make(contact, { firstName: 'Ben', accountId: acme.id, customFields: { seats: 1, price: '0.10' } });
  expect(await get(account, acme.id)).toMatchObject({
    version: 1,
    customFields: { people: 2, worth: '7.60', vips: 1, average: 2, each: '3.80' },
  });
  await change(contact, ana.id, { customFields: { seats: 4, vip: false } });
  expect(await custom(acme.id)).toMatchObject({ worth: '10.10', vips: 0 });
  expect(await list(account, { filter: { 'custom.worth': { gt: 10 } }, sort: '-custom.worth' })).toMatchObject([
    { id: acme.id },
  ]);
  const other = await make(account, { name: 'Other' });
  await change(contact, ana.id, { accountId: other.id });
  expect(await custom(acme.id)).toMatchObject({ people: 1, worth: '0.10' });
  await run(deleteOperation(contact), { id: ana.id });
  expect(await custom(other.id)).toEqual({ people: 0, worth: '0.00', vips: 0 });
  await run(restoreOperation(contact), { id: ana.id });
  expect(await custom(other.id)).toMatchObject({ people: 1, worth: '10.00' });
});

test('nobody can write them, and a division by zero is empty', async () => {
  expect(await code(make(contact, { firstName: 'A', customFields: { total: '1' } }))).toBe('validation_failed');
  const empty = await make(account, { name: 'Empty' });
  expect(empty.customFields).not.toHaveProperty('each');
});

test('two that write below one record at the same moment are both counted', async () => {
  const { id } = await make(account, { name: 'Busy' });
  await Promise.all(
    Array.from({ length: 5 }, (_, n) =>
      make(contact, { firstName: `P${n}`, accountId: id, customFields: { seats: n } }),
    ),
  );
  expect(await custom(id)).toMatchObject({ people: 5, average: 2 });
});

test('rings are refused with their way, over formulas and roll-ups', async () => {
  await expect(addField({ name: 'self', type: 'formula', formula: 'self + 1' })).rejects.toMatchObject({
    message: expect.stringContaining('contact.custom.self → contact.custom.self'),
  });
  await addField({ name: 'second', type: 'formula', formula: 'seats + 1' });
  await expect(addField({ name: 'third', type: 'formula', formula: 'second' }).then(({ id }) => id)).resolves.toEqual(
    expect.any(String),
  );
  const second =
    (await list(contact, { limit: 1 })) &&
    (await run(createField, { object: 'contact', name: 'fourth', label: 'F', type: 'formula', formula: 'third * 2' }));
  await expect(run(updateField, { id: second.id, formula: 'fourth' })).rejects.toMatchObject({
    code: 'validation_failed',
    message: expect.stringContaining('ring'),
  });
  await onAccount({
    name: 'parents',
    type: 'rollup',
    rollup: { object: 'account', by: 'parentAccountId', function: 'count' },
  });
  await expect(
    onAccount({
      name: 'deep',
      type: 'rollup',
      rollup: { object: 'account', by: 'parentAccountId', function: 'sum', of: 'custom.deep' },
    }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
});

test('a source cannot go while something follows from it; a more sensitive one makes that more sensitive', async () => {
  expect(await code(run(deleteField, { id: seats.id }))).toBe('conflict');
  await run(updateField, { id: price.id, privacy: 'restricted' });
  const { data } = await run((await import('./operations/list-fields.ts')).listFields, { object: 'account' });
  expect(data).toContainEqual(expect.objectContaining({ name: 'custom.worth', privacy: 'restricted' }));
});

test('what changes beside the writes of its record is no source', async () => {
  expect(await code(addField({ name: 'stale', type: 'formula', formula: 'leadScore + 1' }))).toBe('validation_failed');
  const sum = { ...byAccount, function: 'sum', of: 'leadScore' };
  expect(await code(onAccount({ name: 'stale', type: 'rollup', rollup: sum }))).toBe('validation_failed');
});

test('records from before a formula get its value by the job', async () => {
  const ana = await make(contact, { firstName: 'Old', customFields: { seats: 5 } });
  const { id } = await addField({ name: 'later', type: 'formula', formula: 'seats * 10' });
  await world.work(refreshField, { fieldId: parseId('fd', id) });
  expect((await get(contact, ana.id)).customFields.later).toBe(50);
  expect(await list(contact, { filter: { 'custom.later': { eq: 50 } } })).toMatchObject([{ id: ana.id, version: 1 }]);
});

interface Person {
  id: string;
  account: number;
  seats: number | null;
  gone: boolean;
}
type Step = { at: number; account: number; seats: number | null; do: 'make' | 'move' | 'seats' | 'delete' | 'restore' };

test('after any writes every roll-up equals its recomputation', { timeout: 60_000 }, async () => {
  const step: fc.Arbitrary<Step> = fc.record({
    at: fc.nat(9),
    account: fc.nat(2),
    seats: fc.option(fc.integer({ min: -5, max: 50 })),
    do: fc.constantFrom('make', 'make', 'move', 'seats', 'delete', 'restore'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const ids = await Promise.all([0, 1, 2].map(async () => (await make(account, { name: 'Any' })).id as string));
      const known: Person[] = [];
      for (const one of steps) await take(one, known, ids);
      for (const [index, id] of ids.entries()) {
        const there = known.filter((person) => person.account === index && !person.gone);
        const given = there.flatMap((person) => person.seats ?? []);
        const sum = given.reduce((all, seats) => all + seats, 0);
        const held = await custom(id);
        expect(held.people).toBe(there.length);
        if (given.length > 0) expect(held.average).toBeCloseTo(sum / given.length, 6);
        else expect(held).not.toHaveProperty('average');
      }
    }),
    { numRuns: 12 },
  );
});

async function take(step: Step, known: Person[], ids: string[]): Promise<void> {
  const customFields = { seats: step.seats };
  if (step.do === 'make') {
    const { id } = await make(contact, { firstName: 'P', accountId: ids[step.account], customFields });
    known.push({ id, account: step.account, seats: step.seats, gone: false });
    return;
  }
  const person = known[step.at % Math.max(1, known.length)];
  if (!person || (person.gone && step.do !== 'restore')) return;
  if (step.do === 'move') {
    await change(contact, person.id, { accountId: ids[step.account] });
    person.account = step.account;
  } else if (step.do === 'seats') {
    await change(contact, person.id, { customFields });
    person.seats = step.seats;
  } else {
    await run(
      (step.do === 'delete' ? deleteOperation : restoreOperation)(contact) as never,
      { id: person.id } as never,
    );
    person.gone = step.do === 'delete';
  }
}
