import { z } from 'zod';
import { type HistoryEntry, historyOf } from '#platform/changes';
import type { Context } from '#platform/context';
import { type Field, idSchema, type ObjectType } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import {
  getRecord,
  objectInput,
  objectMeant,
  pathOf,
  positionalOf,
  presentValue,
  type Seen,
  seenBy,
} from '#platform/records';
import { cursorAfter, latest, type Place, placeOf } from './rules/places.ts';
import { sources } from './sources.ts';
import { type Deed, deedsOf } from './store/deeds.ts';

type Entry = Place & ({ deed: Deed } | { change: HistoryEntry });

interface Request {
  id: string;
  limit: number;
  before: Place | undefined;
  asOf: Date | undefined;
}

/** Several changes may be of one moment; those of the page before are left out after reading. */
const mostOfOneMoment = 20;

const entryAnswer = z
  .looseObject({
    kind: z.string().meta({ description: 'activity, communication, task, created or change.' }),
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.object({ id: z.string(), name: z.string().nullable(), type: z.string() }).nullable(),
  })
  .meta({ description: 'What happened, with the values that its kind has.' });

/** `contacts.timeline`: everything that happened with a record: what people did, wrote and have to do, and what was changed. */
export function timelineOperation(declared: ObjectType) {
  return defineOperation({
    name: `${declared.plural}.timeline`,
    summary: `Lists what happened with one ${declared.name}, newest first: activities, communications, tasks and changes.`,
    kind: 'read',
    permission: `${declared.area}:read`,
    route: { method: 'GET', path: `${pathOf(declared)}/:id/timeline` },
    tool: true,
    positional: positionalOf(declared, 'id'),
    subject: declared.name,
    input: z.strictObject({
      ...objectInput(declared),
      id: idSchema(declared.name),
      limit: z.coerce.number().int().min(1).max(200).default(60).meta({ description: 'Entries on a page.' }),
      cursor: z.string().max(200).optional().meta({ description: 'page.next of the page before.' }),
      asOf: z
        .union([z.iso.datetime({ offset: true }), z.iso.date()])
        .optional()
        .meta({ description: 'Only what was known at that moment.' }),
    }),
    output: z.object({ data: z.array(entryAnswer), page: z.object({ next: z.string().optional() }) }),
    async run(context, input) {
      const { id, limit, cursor, asOf } = input;
      const object = await objectMeant(context, declared, input);
      const before = cursor === undefined ? undefined : placeOf(cursor);
      const request = { id, limit, before, asOf: asOf === undefined ? undefined : new Date(asOf) };
      const [done, changed, seen] = await Promise.all([
        deeds(context, object, request),
        changes(context, request),
        seenBy(context, object),
        refuseUnknown(context, object, request),
      ]);
      const { entries, more } = latest<Entry>([done, changed], limit);
      const last = entries.at(-1);
      return {
        data: entries.map((entry) => presented(context, seen, entry)),
        page: more && last ? { next: cursorAfter(last) } : {},
      };
    },
  });
}

/** Errors: `not_found` when the record is not there, or was not yet. */
async function refuseUnknown(context: Context, object: ObjectType, { id, asOf }: Request): Promise<void> {
  const fields = ['createdAt', 'deletedAt'];
  const record = (await getRecord(context, object, id, { fields, deletedToo: asOf !== undefined })).parse() as {
    createdAt: string;
    deletedAt: string | null;
  };
  if (asOf && (new Date(record.createdAt) > asOf || (record.deletedAt && new Date(record.deletedAt) <= asOf)))
    throw missing(object.name, id);
}

async function deeds(context: Context, object: ObjectType, request: Request): Promise<Entry[]> {
  const { id, before, asOf, limit } = request;
  const link = `${object.name}_id`;
  const standing = object.objectId ? [] : sources;
  const found = await deedsOf(context, standing, { object, id, link, before, knownAt: asOf, limit: limit + 1 });
  return found.map((deed) => ({ at: deed.at, id: deed.id, deed }));
}

async function changes(context: Context, { id, before, asOf, limit }: Request): Promise<Entry[]> {
  const ends = [before?.at, asOf].flatMap((end) => end?.getTime() ?? []);
  const until = ends.length > 0 ? new Date(Math.min(...ends) + 1) : undefined;
  const found = await historyOf(context, context.sql, id, limit + 1 + (before ? mostOfOneMoment : 0), until);
  return found
    .filter(({ at, id: own }) => !before || at < before.at || own < before.id)
    .map((change) => ({ at: change.at, id: change.id, change }));
}

function presented(context: Context, seen: Seen, entry: Entry): Record<string, unknown> {
  const at = entry.at.toISOString();
  const { object } = seen;
  if ('change' in entry) return { ...presentedChange(seen, entry.change), at };
  const { deed } = entry;
  const values = JSON.parse(deed.json) as Record<string, unknown>;
  const id = deed.kind === 'created' ? { id: publicId(object.prefix, deed.id) } : {};
  return { ...values, ...id, kind: deed.kind, at, actor: actorOf(context, deed) };
}

function presentedChange(seen: Seen, change: HistoryEntry) {
  const { set } = change;
  const { object, custom } = seen;
  return {
    kind: 'change',
    id: publicId('ch', change.id),
    actor: set ? named(set.actorType, set.actorId, set.actorName) : null,
    changes: inOrder(object, Object.keys(change.after).filter(seen.tellsOf)).map((name) =>
      changed(object.fields.get(name) ?? custom.get(name), name, change),
    ),
    changeSetId: publicId('cs', change.changeSetId),
    undoneBy: set?.undoneBy ? publicId('cs', set.undoneBy) : null,
    erased: change.erased,
  };
}

/** The fields of a change as the catalogue orders them, the workspace's own last. */
function inOrder(object: ObjectType, changed: readonly string[]): string[] {
  const known = [...object.fields.keys()].filter((name) => changed.includes(name));
  return [...known, ...changed.filter((name) => !object.fields.has(name))];
}

function changed(field: Field | undefined, name: string, { before, after }: HistoryEntry): Record<string, unknown> {
  const present = (value: unknown) => (field ? presentValue(field, value) : (value ?? null));
  return { field: name, label: field?.label ?? name, before: present(before[name]), after: present(after[name]) };
}

function actorOf(context: Context, { actorId, actorType, actorName }: Deed) {
  if (actorId === null) return null;
  if (actorId === context.workspaceId) return named('system', actorId, 'Kith');
  return named(actorType ?? 'user', actorId, actorName);
}

/** Who did something; the name of somebody whose user is gone is not known any more. */
function named(type: string, id: string, name: string | null) {
  return { id: publicId(type === 'key' ? 'ak' : type === 'system' ? 'ws' : 'us', id), name, type };
}
