import { z } from 'zod';
import type { Context } from '#platform/context';
import { idSchema } from '#platform/fields';
import { defineOperation, type FileAnswer, missing } from '#platform/operations';
import { cell } from '#platform/records';
import { toldRowsAfter } from '../store/import-rows.ts';
import { findImport } from '../store/imports.ts';

const pageSize = 1000;

export const importRejects = defineOperation({
  name: 'imports.rejects',
  summary:
    'Downloads the rows that were not taken, or not wholly, each with the reason, as a CSV that can be mended and imported.',
  kind: 'file',
  permission: 'imports:read',
  route: { method: 'GET', path: '/imports/:id/rejects' },
  positional: ['id'],
  subject: 'import',
  input: z.strictObject({
    id: idSchema('import'),
    marked: z
      .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
      .default(false)
      .meta({ description: 'Also rows with cells that could not be used.' }),
  }),
  async run(context, { id, marked }): Promise<FileAnswer> {
    const one = await findImport(context.sql, id);
    if (!one) throw missing('import', id);
    return {
      contentType: 'text/csv; charset=utf-8',
      fileName: `${one.fileName.replace(/\.\w+$/, '')}-rejects.csv`,
      chunks: rejectsOf(context, id, one.headers, marked ? ['rejected', 'marked'] : ['rejected']),
    };
  },
});

async function* rejectsOf(
  context: Context,
  id: string,
  headers: readonly string[],
  outcomes: readonly string[],
): AsyncGenerator<string> {
  yield `\uFEFF${lineOf([...headers, 'Row', 'Reason', 'As it stood'])}`;
  for (let after = 0; ; ) {
    const rows = await toldRowsAfter(context.sql, id, after, pageSize, outcomes);
    yield rows
      .map((row) => lineOf([...padded(row.cells, headers.length), row.rowNumber, row.reason, row.raw ?? '']))
      .join('');
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.rowNumber ?? after;
  }
}

/** A row that could not be cut into cells stands behind the others, so that it is not taken for the first of them when the file is imported. */
function lineOf(cells: readonly unknown[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}
