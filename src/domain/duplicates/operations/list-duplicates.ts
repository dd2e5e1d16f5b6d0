import { z } from 'zod';
import { contact } from '#domain/records/contacts';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, refuseMissing } from '#platform/operations';
import { isRead, seenBy } from '#platform/records';
import type { Reason } from '../rules/pairs.ts';
import { openSuggestions, type Suggestion } from '../store/suggestions.ts';

const named = z.object({ id: z.string(), name: z.string() });

export const listDuplicates = defineOperation({
  name: 'duplicates.list',
  summary: 'Lists pairs of records that may be the same, with what they have in common; those of one record, or all.',
  kind: 'read',
  permission: 'contacts:read',
  route: { method: 'GET', path: '/duplicates' },
  tool: true,
  input: z.strictObject({
    object: z.literal(contact.name).default(contact.name).meta({ description: 'The kind of record.' }),
    recordId: idSchema(contact.name).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(60),
    cursor: z.string().max(200).optional().meta({ description: 'page.next of the page before.' }),
  }),
  output: z.object({
    data: z.array(
      z.object({
        object: z.string(),
        first: named,
        second: named,
        reasons: z.unknown(),
        suggestedAt: z.iso.datetime(),
      }),
    ),
    page: z.object({ next: z.string().optional() }),
  }),
  async run(context, { object, recordId, limit, cursor }) {
    if (recordId) await refuseMissing(object, publicId(contact.prefix, recordId), context.sql);
    const after = cursor === undefined ? undefined : pairIn(cursor);
    const found = await openSuggestions(context.sql, object, recordId, after, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const next = found.length > limit && last ? cursorOf(last) : undefined;
    const { narrowed } = await seenBy(context, contact);
    const isTold = (reason: Reason) => comparedBy[reason].every((name) => isRead(narrowed.get(name)));
    return { data: shown.map((one) => present(object, one, isTold)), page: next ? { next } : {} };
  },
});

/** The fields that two records have in common where they look alike. */
const comparedBy: Readonly<Record<Reason, readonly string[]>> = {
  email: ['email', 'otherEmails'],
  roleEmail: ['email', 'otherEmails'],
  phone: ['phone', 'otherPhones'],
  nameAndCompany: ['accountId'],
};

/** That two records look alike is told; by what, only to those who may read it. */
function present(object: string, one: Suggestion, isTold: (reason: Reason) => boolean) {
  const record = (id: string, name: string) => ({ id: publicId(contact.prefix, id), name });
  return {
    object,
    first: record(one.firstId, one.firstName),
    second: record(one.secondId, one.secondName),
    reasons: one.reasons.filter(isTold),
    suggestedAt: one.suggestedAt.toISOString(),
  };
}

function cursorOf({ firstId, secondId }: Suggestion): string {
  return Buffer.from(`${firstId}/${secondId}`).toString('base64url');
}

const pair = /^([0-9a-f-]{36})\/([0-9a-f-]{36})$/;

function pairIn(cursor: string): [string, string] {
  const [, first, second] = pair.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  const both = z.tuple([z.uuid(), z.uuid()]).safeParse([first, second]);
  if (both.success) return both.data;
  throw new Problem('bad_request', {
    detail: 'This cursor is not one of ours. Take it from page.next of the list before.',
  });
}
