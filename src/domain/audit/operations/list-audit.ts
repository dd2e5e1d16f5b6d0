import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { presentedEntry } from '../answers.ts';
import { filterInputs, filterOf } from '../inputs.ts';
import { prefixOf } from '../prefixes.ts';
import { parsePlace, placeText } from '../rules/cursor.ts';
import { presentEntry } from '../rules/present.ts';
import { entriesBefore } from '../store/entries.ts';

export const listAudit = defineOperation({
  name: 'audit.list',
  summary: 'Lists who did what, when, from where and with which outcome, the latest first.',
  kind: 'read',
  permission: 'audit:read',
  route: { method: 'GET', path: '/audit' },
  input: z.strictObject({
    ...filterInputs,
    limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Entries on a page.' }),
    cursor: z.string().max(100).transform(parsePlace).optional().meta({ description: 'page.next of the page before.' }),
  }),
  output: z.object({
    data: z.array(presentedEntry),
    page: z.object({ next: z.string().nullable() }),
  }),
  async run(context, { limit, cursor, ...filter }) {
    const found = await entriesBefore(context.sql, filterOf(filter), limit + 1, cursor);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      data: shown.map((entry) => presentEntry(entry, prefixOf)),
      page: { next: last ? placeText(last.at, last.seq) : null },
    };
  },
});
