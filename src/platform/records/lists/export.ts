import { z } from 'zod';
import type { Context } from '#platform/context';
import { type Field, mask, type ObjectType } from '#platform/fields';
import { defineOperation, type FileAnswer } from '#platform/operations';
import { neutraliseFormula } from '#platform/text';
import { fieldsInput, objectInput, pathOf, positionalOf, selectionInput } from '../inputs.ts';
import { bareCustom, chooseFields, relationName } from '../projection.ts';
import { seenBy } from '../sight/seen.ts';
import { objectMeant } from '../workspace-object.ts';
import { listRecords } from './list.ts';

const pageSize = 200;

/** `contacts.export`: a list as CSV, page by page, so that memory stays flat however long it is. */
export function exportOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.export`,
    summary: `Exports a list of ${declared.plural} as CSV; cells that a spreadsheet would run as formulas are neutralised.`,
    kind: 'file',
    permission: `${declared.area}:export`,
    route: { method: 'GET', path: `${pathOf(declared)}/export` },
    positional: positionalOf(declared),
    input: z.strictObject({
      ...objectInput(declared),
      ...selectionInput,
      sort: z.string().max(100).optional(),
      fields: fieldsInput,
    }),
    problems: ['unknown_field'],
    async run(context, input): Promise<FileAnswer> {
      const object = await objectMeant(context, declared, input);
      const { object: seen, custom } = await seenBy(context, object);
      const fields = chooseFields(seen, input.fields, custom);
      const all = !input.fields || input.fields.includes('customFields');
      const chosen = new Set(bareCustom(input.fields ?? []));
      const wanted = [...custom.values()].filter(({ name }) => all || chosen.has(name.slice('custom.'.length)));
      const first = await page(context, object, input, undefined);
      return {
        contentType: 'text/csv; charset=utf-8',
        fileName: `${object.plural}-${context.now.toISOString().slice(0, 10)}.csv`,
        chunks: csvOf(context, object, input, [...fields, ...wanted], first),
      };
    },
  });
}

interface Page {
  data: Record<string, unknown>[];
  page: { next?: string };
}

type Selection = { q?: string | undefined; filter?: unknown; sort?: string | undefined };

async function page(context: Context, object: ObjectType, input: Selection, cursor: string | undefined): Promise<Page> {
  const answer = await listRecords(context, object, {
    q: input.q,
    filter: input.filter,
    sort: input.sort,
    limit: pageSize,
    cursor,
  });
  return answer.parse() as Page;
}

async function* csvOf(
  context: Context,
  object: ObjectType,
  input: Selection,
  fields: Field[],
  first: Page,
): AsyncGenerator<string> {
  yield `\uFEFF${row(['ID', ...fields.map((field) => field.label)])}`;
  for (let current: Page | undefined = first; current; ) {
    yield current.data.map((record) => row([record.id, ...fields.map((field) => shown(field, record))])).join('');
    const next: string | undefined = current.page.next;
    current = next ? await page(context, object, input, next) : undefined;
  }
}

/** A reference is exported by its name, so that the file can be read and imported again elsewhere. */
function shown(field: Field, record: Record<string, unknown>): unknown {
  if (field.masked) return mask;
  if (field.custom)
    return (record.customFields as Record<string, unknown> | undefined)?.[field.name.slice('custom.'.length)];
  const related = record[relationName(field.name)] as { name?: string } | null | undefined;
  return field.type === 'reference' || field.type === 'user' || field.type === 'record'
    ? (related?.name ?? record[field.name])
    : record[field.name];
}

function row(cells: unknown[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/** One cell of a CSV file. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = Array.isArray(value)
    ? value.join('; ')
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  const safe = typeof value === 'string' || Array.isArray(value) ? neutraliseFormula(text) : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
