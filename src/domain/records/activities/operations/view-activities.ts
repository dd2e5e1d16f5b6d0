import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema, objectNamed } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { defineOperation, refuseMissing } from '#platform/operations';
import { activity } from '../fields.ts';
import { type LinkedKind, linkFields } from '../links.ts';
import { activitiesOfEntity } from '../store/entities.ts';

const entityTypes = Object.keys(linkFields) as [LinkedKind, ...LinkedKind[]];

export const viewActivities = defineOperation({
  name: 'activities.view',
  summary:
    'Lists what happened with one record of any kind as entityType, entityId, type, data and createdAt, newest first.',
  kind: 'read',
  permission: 'activities:read',
  route: { method: 'GET', path: '/activities/view' },
  input: z.strictObject({
    entityType: z.enum(entityTypes).meta({ description: 'The kind of the record.' }),
    entityId: z.string().max(100).meta({ description: 'The id of the record.' }),
    limit: z.coerce.number().int().min(1).max(200).default(60).meta({ description: 'Entries on a page.' }),
    cursor: z.string().max(100).optional().meta({ description: 'page.next of the page before.' }),
  }),
  output: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        entityType: z.string(),
        entityId: z.string(),
        type: z.string(),
        data: z.unknown(),
        createdAt: z.iso.datetime(),
        occurredAt: z.iso.datetime(),
      }),
    ),
    page: z.object({ next: z.string().optional() }),
  }),
  async run(context, { entityType, entityId, limit, cursor }) {
    const id = idSchema(entityType).safeParse(entityId).data ?? refuse('entityId', `must be the id of a ${entityType}`);
    await refuseMissing(entityType, id, context.sql);
    const found = await activitiesOfEntity(context.sql, entityType, id, limit + 1, placeOf(cursor));
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map((one) => ({
        id: publicId(activity.prefix, one.id),
        entityType,
        entityId: publicId(objectNamed(entityType).prefix, id),
        type: one.type,
        data: one.data,
        createdAt: one.createdAt.toISOString(),
        occurredAt: one.occurredAt.toISOString(),
      })),
      page: found.length > limit && last ? { next: `${last.occurredAt.getTime()}.${last.id}` } : {},
    };
  },
});

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

/** The place behind which a page begins. Throws `bad_request` for a cursor that is not ours. */
function placeOf(cursor: string | undefined): { at: Date; id: string } | undefined {
  if (cursor === undefined) return undefined;
  const [time = '', text = ''] = cursor.split('.');
  const at = new Date(Number(time));
  const id = tryParseId(activity.prefix, text);
  if (/^-?\d{1,15}$/.test(time) && !Number.isNaN(at.getTime()) && id) return { at, id };
  throw new Problem('bad_request', {
    detail: 'This cursor is not one of ours. Take it from page.next of the page before.',
  });
}
