import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { FileAnswer } from '#platform/operations';
import { restoreFormula } from '#platform/text';
import { people, peopleWorld } from '../people.fixture.ts';

const world = await peopleWorld();
await world.addField('region', 'text');
const hard = ['=1+1', '+49 30', '-2', '@sum', '\t=x', 'a,b', 'say "x"', 'two\nlines', 'ünï 😀 שלום', '  '];
for (const city of hard)
  await world.make({ name: `N${city}`, city, income: -5.5, tags: ['=a', 'b'], customFields: { region: city } });

async function exported(input: object): Promise<Record<string, string>[]> {
  const file = (await world.run(people.exportAll, input as never)) as FileAnswer;
  let text = '';
  for await (const chunk of file.chunks) text += chunk;
  return parse(text, { columns: true, bom: true });
}

test('no cell is a formula, and every value comes back as it was', async () => {
  const rows = await exported({ sort: 'createdAt' });
  for (const row of rows) for (const value of Object.values(row)) expect(value).not.toMatch(/^[=+@\t\r]|^-(?![\d.]+$)/);
  expect(rows.map((row) => restoreFormula(row.City ?? ''))).toEqual(hard);
  expect(rows.map((row) => restoreFormula(row.region ?? ''))).toEqual(hard);
  expect(rows[0]).toMatchObject({ Income: '-5.5', Tags: "'=a; b" });
});

test('only the fields that are asked for are exported, and a filter holds', async () => {
  const filter = { city: { eq: 'a,b' } };
  expect(await exported({ filter, fields: 'name,custom.region' })).toEqual([
    { ID: expect.any(String), Name: 'Na,b', region: 'a,b' },
  ]);
  expect(await world.code(exported({ fields: 'custom.regoin' }))).toBe('unknown_field');
});

test('a list of several pages is exported whole', async () => {
  await world.owner(
    `insert into people (id, name, city) select gen_random_uuid(), 'M' || i % 3, 'many' from generate_series(1, 450) i`,
  );
  const rows = await exported({ filter: { city: { eq: 'many' } }, sort: 'name' });
  expect(new Set(rows.map((row) => row.ID)).size).toBe(450);
});
