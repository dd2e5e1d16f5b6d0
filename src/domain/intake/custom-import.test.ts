import { expect, test } from 'vitest';
import { customObjectsModule } from '#domain/records/custom-objects';
import { testWorld } from '#platform/testing';
import { all, call, countsOf, dryAndReal, imported } from './import-fixture.ts';

const world = await testWorld();
const operation = (name: string) => customObjectsModule.operations?.find((one) => one.name === name) as never;
const field = (input: object) => call(world, 'fields.create', { label: 'X', ...input });
await world.run(operation('objects.create'), { name: 'project', label: 'Project' } as never);
await field({ object: 'project', name: 'budget', label: 'Budget', type: 'money', currency: 'EUR' });
await field({ object: 'project', name: 'share', label: 'Share', type: 'percent', rules: { max: 100 } });
await field({ object: 'project', name: 'code', label: 'Code', type: 'text', unique: true });
await field({ object: 'project', name: 'areas', label: 'Areas', type: 'multiChoice', options: ['North', 'South'] });
await field({ object: 'contact', name: 'privateMail', label: 'Private mail', type: 'email' });

const projects = async () =>
  (await world.run(operation('records.list'), { object: 'project', sort: 'name' } as never)).data;

test('a kind of the workspace is brought in by file, its values read by their types and rules', async () => {
  const file = [
    'Name,Budget,Share,Code,Areas',
    'Apollo,"1,200.50 EUR",50%,A1,north; South',
    'Beagle,much,120%,A1,East',
    ',5,1,B2,North',
  ].join('\n');
  const [dry, real] = await dryAndReal(world, file, { object: 'projects' });
  expect(countsOf(dry)).toEqual(countsOf(real));
  expect(countsOf(real)).toMatchObject({ status: 'done', rows: 3, created: 2, rejected: 1, marked: 1 });
  const [apollo, beagle] = await projects();
  expect(apollo.customFields).toEqual({ budget: '1200.50', share: 50, code: 'A1', areas: ['North', 'South'] });
  expect(beagle.customFields).toEqual({});
});

test('brought in again it changes nothing, and a new value goes into the record of that name', async () => {
  const again = await imported(world, 'Name,Code\nApollo,A1\nBeagle,B2\n', { object: 'projects' });
  expect(countsOf(again)).toMatchObject({ created: 0, updated: 1, skipped: 1 });
  expect((await projects())[1].customFields).toEqual({ code: 'B2' });
});

test('an address in a field of the workspace does not say who somebody is', async () => {
  await imported(world, 'First name,Private mail\nAna,ana@home.example\nBen,nobody\n');
  const people = await all(world, 'contacts');
  expect(people).toMatchObject([
    { firstName: 'Ana', email: null, customFields: { privateMail: 'ana@home.example' } },
    { firstName: 'Ben', customFields: {} },
  ]);
});
