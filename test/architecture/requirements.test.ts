import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { requirementMistakes } from './requirements.ts';

const root = join(import.meta.dirname, '../..');
const exists = (path: string) => existsSync(join(root, path));

it('has a row for each of the 633 requirements, and a test that is there for each that is done', () => {
  const table = readFileSync(join(root, 'docs/requirements.md'), 'utf8');
  expect(requirementMistakes(table, exists)).toEqual([]);
  expect(table.match(/^\| [A-Z]+-\d+ \|/gm)).toHaveLength(633);
});

it('finds rows that claim more than is proved', () => {
  const table = `
| row | requirement | state | closes with | proof |
| --- | --- | --- | --- | --- |
| REC-01 | Right | done | House | \`test/architecture/schema.test.ts\` |
| REC-02 | Right too | open | later | |
| REC-03 | Twice proved | part | Book | \`package.json\`, \`test/launcher.test.ts\` |
| REC-04 | Without a test | done | House | |
| REC-05 | With a test that is gone | done | House | \`test/gone.test.ts\` |
| REC-06 | With a word for a state | nearly | House | |
| REC-07 | With a word for a stage | open | Tomorrow | |
| REC-02 | Written twice | open | later | |
| REC-08 | Too few cells | open |
`;
  expect(requirementMistakes(table, exists)).toEqual([
    'REC-03: package.json is not a test',
    'REC-04: is done and names no test',
    'REC-05: test/gone.test.ts is not there',
    "REC-06: 'nearly' is not a state: open, part or done",
    "REC-07: 'Tomorrow' is not a stage: House, Book, Permissions, Intake or later",
    'REC-02: stands there twice',
    'REC-08: has 3 cells and not 5',
  ]);
});
