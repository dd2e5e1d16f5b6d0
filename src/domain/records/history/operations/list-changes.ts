import { z } from 'zod';
import { latestChangeSets } from '#platform/changes';
import { Problem } from '#platform/errors';
import { anyIdSchema, recordRef } from '#platform/fields';
import { tryParseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { objectFor } from '#platform/records';
import { cursorAfter, placeOf } from '../rules/place.ts';
import { actorPrefixes, presentChangeSet } from '../rules/present.ts';

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));
const yesNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

/** The UUID of an actor by its public id, whatever sort of actor it is. Errors: `bad_request` for what cannot be one. */
function actorUuid(text: string): string {
  const [prefix = ''] = text.split('_');
  const uuid = Object.values(actorPrefixes).includes(prefix) ? tryParseId(prefix, text) : undefined;
  if (uuid) return uuid;
  throw new Problem('bad_request', { detail: `'${text.slice(0, 60)}' is not the id of an actor, as us_….` });
}

const shown = z.strictObject({
  id: z.string(),
  operation: z.string(),
  at: z.string(),
  actor: z.strictObject({ type: z.string(), id: z.string(), name: z.string() }),
  status: z.enum(['partial', 'done']),
  records: z.number(),
  objects: z.array(z.string()),
  undoes: z.string().nullable(),
  undoneBy: z.string().nullable(),
});

export const listChanges = defineOperation({
  name: 'changes.list',
  summary:
    'Lists what was done in the workspace, newest first: who, when, what, how many records, and whether it was taken back.',
  kind: 'read',
  permission: 'changes:read',
  route: { method: 'GET', path: '/changes' },
  tool: true,
  input: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Change sets on a page.' }),
    cursor: z.string().max(200).optional().meta({ description: 'page.next of the page before.' }),
    actorId: z.string().max(100).transform(actorUuid).optional().meta({ description: 'Who did it: a user or a key.' }),
    by: z.enum(['user', 'key', 'agent', 'system']).optional().meta({ description: 'What sort of actor did it.' }),
    object: z.string().max(50).optional().meta({ description: 'A kind of record that it touched.' }),
    recordId: anyIdSchema().optional().meta({ description: 'A record that it wrote.' }),
    from: moment.optional().meta({ description: 'At this moment or later.' }),
    to: moment.optional().meta({ description: 'Before this moment.' }),
    undone: yesNo.optional().meta({ description: 'Only what was taken back, or only what was not.' }),
  }),
  output: z.strictObject({ data: z.array(shown), page: z.strictObject({ next: z.string().optional() }) }),
  async run(context, { limit, cursor, actorId, by, object, recordId, from, to, undone }) {
    const ref = recordId === undefined ? undefined : recordRef(recordId);
    const kind = object === undefined ? undefined : await objectFor(context, object);
    const found = await latestChangeSets(
      context.sql,
      {
        actorId,
        actorType: by,
        object: kind?.name,
        record: ref && { id: ref.id, table: ref.object.table },
        from,
        to,
        undone,
        before: cursor === undefined ? undefined : placeOf(cursor),
      },
      limit + 1,
    );
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      data: page.map((set) => ({ ...presentChangeSet(set), objects: set.objects })),
      page: found.length > limit && last ? { next: cursorAfter(last) } : {},
    };
  },
});
