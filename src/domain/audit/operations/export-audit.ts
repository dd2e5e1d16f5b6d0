import { z } from 'zod';
import type { Context } from '#platform/context';
import { defineOperation, type FileAnswer } from '#platform/operations';
import { cell } from '#platform/records';
import { filterInputs, filterOf } from '../inputs.ts';
import { prefixOf } from '../prefixes.ts';
import { type PresentedEntry, presentEntry } from '../rules/present.ts';
import { type EntryFilter, type EntryPlace, entriesBefore } from '../store/entries.ts';

const pageSize = 1000;

const columns: [title: string, value: (entry: PresentedEntry) => unknown][] = [
  ['Number', (entry) => entry.number],
  ['Time', (entry) => entry.at],
  ['Kind', (entry) => entry.kind],
  ['Operation', (entry) => entry.operation],
  ['Outcome', (entry) => entry.outcome],
  ['Code', (entry) => entry.code],
  ['Actor', (entry) => entry.actor.name],
  ['Actor type', (entry) => entry.actor.type],
  ['Actor ID', (entry) => entry.actor.id],
  ['Impersonated by', (entry) => entry.impersonatedBy?.name],
  ['Surface', (entry) => entry.surface],
  ['Address', (entry) => entry.address],
  ['E-mail', (entry) => entry.email],
  ['Request ID', (entry) => entry.requestId],
  ['Change set', (entry) => entry.changeSet],
  ['Object', (entry) => entry.object],
  ['Records', (entry) => entry.records],
  ['Record IDs', (entry) => entry.recordIds.join('; ')],
  ['Details', (entry) => JSON.stringify(entry.details)],
  ['Hash', (entry) => entry.hash],
];

export const exportAudit = defineOperation({
  name: 'audit.export',
  summary: 'Downloads entries of the audit log, as CSV or as one JSON object a line.',
  kind: 'file',
  permission: 'audit:export',
  route: { method: 'GET', path: '/audit/export' },
  input: z.strictObject({ ...filterInputs, format: z.enum(['csv', 'json']).default('csv') }),
  async run(context, { format, ...filter }): Promise<FileAnswer> {
    const pages = pagesOf(context, filterOf(filter));
    const day = context.now.toISOString().slice(0, 10);
    return format === 'json'
      ? { contentType: 'application/x-ndjson', fileName: `audit-${day}.ndjson`, chunks: jsonLines(pages) }
      : { contentType: 'text/csv; charset=utf-8', fileName: `audit-${day}.csv`, chunks: csvLines(pages) };
  },
});

async function* pagesOf(context: Context, filter: EntryFilter): AsyncGenerator<PresentedEntry[]> {
  for (let before: EntryPlace | undefined; ; ) {
    const page = await entriesBefore(context.sql, filter, pageSize, before);
    yield page.map((entry) => presentEntry(entry, prefixOf));
    before = page.at(-1);
    if (page.length < pageSize) return;
  }
}

async function* jsonLines(pages: AsyncIterable<PresentedEntry[]>): AsyncGenerator<string> {
  for await (const page of pages) yield page.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}

async function* csvLines(pages: AsyncIterable<PresentedEntry[]>): AsyncGenerator<string> {
  yield `\uFEFF${columns.map(([title]) => cell(title)).join(',')}\r\n`;
  for await (const page of pages) {
    yield page.map((entry) => `${columns.map(([, value]) => cell(value(entry))).join(',')}\r\n`).join('');
  }
}
