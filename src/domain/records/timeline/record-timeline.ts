import { z } from 'zod';
import { type ActivityWith, activitiesWith } from '#domain/records/activities';
import { type HistoryEntry, historyOf, type Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { type Field, idSchema, type ObjectType } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { customFieldsOf, getRecord, presentValue } from '#platform/records';
import { cursorAfter, latest, type Place, placeOf } from './rules/places.ts';
import { actorsByIds, type KnownActor } from './store/actors.ts';

type Entry = Place &
  (
    | { kind: 'activity'; activity: ActivityWith }
    | { kind: 'change'; change: HistoryEntry }
    | { kind: 'created'; actorId: string | null; source: string | null }
  );

interface Request {
  id: string;
  limit: number;
  before: Place | undefined;
  asOf: Date | undefined;
}

/** Several changes may be of one moment; those of the page before are left out after reading. */
const mostOfOneMoment = 20;

/** `contacts.timeline`: everything that happened with a record, what people did and what was changed. */
export function timelineOperation(object: ObjectType) {
  return defineOperation({
    name: `${object.plural}.timeline`,
    summary: `Lists what happened with one ${object.name}, newest first: activities and changes.`,
    kind: 'read',
    permission: `${object.plural}:read`,
    route: { method: 'GET', path: `/${object.plural}/:id/timeline` },
    tool: true,
    positional: ['id'],
    subject: object.name,
    input: z.strictObject({
      id: idSchema(object.name),
      limit: z.coerce.number().int().min(1).max(200).default(60).meta({ description: 'Entries on a page.' }),
      cursor: z.string().max(200).optional().meta({ description: 'page.next of the page before.' }),
      asOf: z
        .union([z.iso.datetime({ offset: true }), z.iso.date()])
        .optional()
        .meta({ description: 'Only what was known at that moment.' }),
    }),
    async run(context, { id, limit, cursor, asOf }) {
      const before = cursor === undefined ? undefined : placeOf(cursor);
      const request = { id, limit, before, asOf: asOf === undefined ? undefined : new Date(asOf) };
      const [deeds, changed, custom] = await Promise.all([
        withActors(context, [creation(context, object, request), activities(context, object, request)]),
        changes(context, request),
        customFieldsOf(context, object),
      ]);
      const { entries, more } = latest<Entry>([...deeds.lists, changed], limit);
      const last = entries.at(-1);
      return {
        data: entries.map((entry) => presented(context, object, custom, deeds.actors, entry)),
        page: more && last ? { next: cursorAfter(last) } : {},
      };
    },
  });
}

/** The beginning of every timeline. Errors: `not_found` when the record is not there, or was not yet. */
async function creation(context: Context, object: ObjectType, { id, before, asOf }: Request): Promise<Entry[]> {
  const fields = ['createdAt', 'createdBy', 'deletedAt', ...(object.fields.has('source') ? ['source'] : [])];
  const record = (await getRecord(context, object, id, { fields, deletedToo: asOf !== undefined })).parse() as {
    createdAt: string;
    createdBy: string | null;
    deletedAt: string | null;
    source?: string | null;
  };
  const at = new Date(record.createdAt);
  if (asOf && (at > asOf || (record.deletedAt && new Date(record.deletedAt) <= asOf))) throw missing(object.name, id);
  if (before && (at > before.at || (at.getTime() === before.at.getTime() && id >= before.id))) return [];
  const actorId = tryParseId('us', record.createdBy ?? '') ?? null;
  return [{ kind: 'created', at, id, actorId, source: record.source ?? null }];
}

async function activities(context: Context, object: ObjectType, request: Request): Promise<Entry[]> {
  const { id, before, asOf, limit } = request;
  const stands = object.name === 'account' ? 'account' : 'contact';
  const found = await activitiesWith(context, { with: stands, id, before, knownAt: asOf, limit: limit + 1 });
  return found.map((activity) => ({ kind: 'activity', at: activity.at, id: activity.id, activity }));
}

async function changes(context: Context, { id, before, asOf, limit }: Request): Promise<Entry[]> {
  const ends = [before?.at, asOf].flatMap((end) => end?.getTime() ?? []);
  const until = ends.length > 0 ? new Date(Math.min(...ends) + 1) : undefined;
  const found = await historyOf(context, context.sql, id, limit + 1 + (before ? mostOfOneMoment : 0), until);
  return found
    .filter(({ at, id: own }) => !before || at < before.at || own < before.id)
    .map((change) => ({ kind: 'change', at: change.at, id: change.id, change }));
}

/** Who did what stands with the deeds only by their id; changes know their actors by themselves. */
async function withActors(context: Context, reading: readonly Promise<Entry[]>[]) {
  const lists = await Promise.all(reading);
  const ids = lists.flat().map((entry) => {
    if (entry.kind === 'activity') return entry.activity.actorId;
    return entry.kind === 'created' ? entry.actorId : null;
  });
  const actors = await actorsByIds(context.sql, [...new Set(ids.filter((id) => id !== null))]);
  return { lists, actors };
}

function presented(
  context: Context,
  object: ObjectType,
  custom: ReadonlyMap<string, Field>,
  actors: ReadonlyMap<string, KnownActor>,
  entry: Entry,
): Record<string, unknown> {
  const { kind } = entry;
  const at = entry.at.toISOString();
  if (entry.kind === 'activity') {
    const actor = actorOf(context, actors, entry.activity.actorId);
    return { ...(JSON.parse(entry.activity.json) as Record<string, unknown>), kind, at, actor };
  }
  if (entry.kind === 'created') {
    const actor = actorOf(context, actors, entry.actorId);
    return { kind, id: publicId(object.prefix, entry.id), at, actor, source: entry.source };
  }
  const { change } = entry;
  return {
    kind,
    id: publicId('ch', change.id),
    at,
    actor: change.set ? named(change.set.actorType, change.set.actorId, change.set.actorName) : null,
    changes: inOrder(object, change.after).map((name) =>
      changed(object.fields.get(name) ?? custom.get(name), name, change),
    ),
    changeSetId: publicId('cs', change.changeSetId),
    undoneBy: change.set?.undoneBy ? publicId('cs', change.set.undoneBy) : null,
    erased: change.erased,
  };
}

/** The fields of a change as the catalogue orders them, the workspace's own last. */
function inOrder(object: ObjectType, after: Values): string[] {
  const known = [...object.fields.keys()].filter((name) => name in after);
  return [...known, ...Object.keys(after).filter((name) => !object.fields.has(name))];
}

function changed(field: Field | undefined, name: string, { before, after }: HistoryEntry): Record<string, unknown> {
  const present = (value: unknown) => (field ? presentValue(field, value) : (value ?? null));
  return { field: name, label: field?.label ?? name, before: present(before[name]), after: present(after[name]) };
}

function actorOf(context: Context, actors: ReadonlyMap<string, KnownActor>, id: string | null) {
  if (id === null) return null;
  if (id === context.workspaceId) return named('system', id, 'Kith');
  const known = actors.get(id);
  return named(known?.type ?? 'user', id, known?.name ?? null);
}

/** Who did something; the name of somebody whose user is gone is not known any more. */
function named(type: string, id: string, name: string | null) {
  return { id: publicId(type === 'key' ? 'ak' : type === 'system' ? 'ws' : 'us', id), name, type };
}
