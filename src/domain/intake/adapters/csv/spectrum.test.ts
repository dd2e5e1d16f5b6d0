import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readFile } from './csv-fixture.ts';

const folder = fileURLToPath(new URL('../../../../../../shared/data/csv', import.meta.url));
const files = existsSync(folder) ? readdirSync(join(folder, 'files')).map((file) => basename(file, '.csv')) : [];

// Two of the files do not say what their expectation says: line ends were normalised and a phone number was replaced when they were copied.
const asPublished: Record<string, (text: string) => string> = {
  newlines_crlf: (text) => text.replaceAll('\n', '\r\n'),
  location_coordinates: (text) => text.replace('2095257564', '1234567890'),
};

test.runIf(files.length > 0)('all twelve files of the CSV spectrum are there', () => {
  expect(files).toHaveLength(12);
});

test.runIf(files.length > 0).each(files)('%s reads as expected', async (name) => {
  const text = readFileSync(join(folder, 'files', `${name}.csv`), 'utf8');
  const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected', `${name}.json`), 'utf8'));
  const { sniffed, rows } = await readFile(asPublished[name]?.(text) ?? text);
  const records = rows.map((row) => Object.fromEntries(sniffed.columns.map((column, index) => [column, row[index]])));
  expect(records).toEqual([expected].flat());
});
