import { z } from 'zod';
import { type ChangeSetSearch, latestChangeSets } from '#platform/changes';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { anyIdSchema, recordRef } from '#platform/fields';
import { tryParseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { objectFor, refuseUnreadable, refuseUnseen } from '#platform/records';
import { cursorAfter, placeOf } from '../rules/place.ts';
import { actorPrefixes, changeSetAnswer, presentChangeSet } from '../rules/present.ts';
import { whoseDeeds } from '../rules/whose-deeds.ts';

const moment = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).transform((text) => new Date(text));
const yesNo = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

/** The UUID of an actor by its public id, whatever sort of actor it is. Errors: `bad_request` for what cannot be one. */
function actorUuid(text: string): string {
  const [prefix = ''] = text.split('_');
  const uuid = Object.values(actorPrefixes).includes(prefix) ? tryParseId(prefix, text) : undefined;
  if (uuid) return uuid;
  throw new Problem('bad_request', { detail: `'${text.slice(0, 60)}' is not the id of an actor, as us_….` });
}

const shown = changeSetAnswer.extend({
  objects: z.array(z.string()).meta({ description: 'The kinds of record that it touched.' }),
});

/** The record that is asked for. Errors: `not_found`; `not_allowed` where its kind, or it alone, is not for the actor's eyes. */
async function recordAsked(context: Context, recordId: string): Promise<Exclude<ChangeSetSearch['record'], undefined>> {
  const ref = recordRef(recordId);
  if (!ref) throw new Problem('not_found', { detail: `There is no record ${recordId}.` });
  refuseUnreadable(context, [ref.object]);
  await refuseUnseen(context, ref.object, [ref.id]);
  return { id: ref.id, table: ref.object.table };
}

export const listChanges = defineOperation({
  name: 'changes.list',
  summary:
    'Lists what was done to records, newest first: who, when, what, how many records, and whether it was taken back.',
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
  output: z.object({ data: z.array(shown), page: z.object({ next: z.string().optional() }) }),
  async run(context, { limit, cursor, actorId, by, object, recordId, from, to, undone }) {
    const record = recordId === undefined ? undefined : await recordAsked(context, recordId);
    const kind = object === undefined ? undefined : await objectFor(context, object);
    const found = await latestChangeSets(
      context.sql,
      {
        actorId,
        // Of a record that one sees, everything is told; else what oneself and one's people did.
        among: record ? undefined : whoseDeeds(context.sql.reach),
        actorType: by,
        object: kind?.name,
        record,
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
