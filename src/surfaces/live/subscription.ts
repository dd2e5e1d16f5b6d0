import { z } from 'zod';
import { type Actor, may } from '#platform/actor';
import { Problem } from '#platform/errors';
import { eventCatalogue, eventsNamed, type LoggedEvent, namesOfEvent, permissionToHear } from '#platform/events';
import { objectCatalogue } from '#platform/fields';
import { nearest } from '#platform/text';

const input = z.strictObject({
  types: z.string().max(2000).optional(),
  object: z.string().max(500).optional(),
  lastEventId: z.string().max(100).optional(),
});

/** What a reader wants to hear; undefined is everything. */
export interface Subscription {
  types: ReadonlySet<string> | undefined;
  objects: ReadonlySet<string> | undefined;
  /** For readers that cannot send the header. */
  lastEventId: string | undefined;
}

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: `${path}: ${message}`, mistakes: [{ path, message }] });
}

const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** `types=crm.contact.*,activity.logged&object=contact` as what is meant. Errors: `validation_failed` with the nearest name. */
export function parseSubscription(query: unknown): Subscription {
  const parsed = input.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    if (issue?.code === 'unrecognized_keys')
      refuse(issue.keys[0] ?? '', 'the stream takes types, object and lastEventId');
    refuse(String(issue?.path[0] ?? ''), issue?.message ?? 'is not understood');
  }
  const { types, object, lastEventId } = parsed.data;
  return {
    types: types === undefined ? undefined : new Set(listOf(types).flatMap(typesMeant)),
    objects: object === undefined ? undefined : new Set(listOf(object).map(objectMeant)),
    lastEventId,
  };
}

/** A type by its name, another name that it has or its family, or all that begin with what stands before `*`. */
function typesMeant(pattern: string): string[] {
  const kinds = [...eventCatalogue().values()];
  const meant = eventsNamed(pattern);
  if (meant.length > 0) return meant.map((kind) => kind.type);
  const near = nearest(pattern.replace(/\.?\*$/, ''), kinds.flatMap(namesOfEvent));
  return refuse('types', `there is no event '${pattern.slice(0, 60)}'.${near ? ` Did you mean '${near}'?` : ''}`);
}

function objectMeant(name: string): string {
  if (objectCatalogue().has(name)) return name;
  const near = nearest(name, objectCatalogue().keys());
  return refuse('object', `there is no object '${name.slice(0, 60)}'.${near ? ` Did you mean '${near}'?` : ''}`);
}

/** Whether a reader wants to hear of an event, and may. */
export function hears(subscription: Subscription, actor: Actor, event: Pick<LoggedEvent, 'type' | 'object'>): boolean {
  if (subscription.types && !subscription.types.has(event.type)) return false;
  if (subscription.objects && !subscription.objects.has(event.object ?? '')) return false;
  return may(actor, permissionToHear(event));
}

/** Throws `not_allowed` when the reader may hear of nothing that it asks for: a silent stream would look like a quiet day. */
export function refuseSilence(subscription: Subscription, actor: Actor): void {
  const kinds = [...eventCatalogue().values()];
  if (kinds.some((kind) => hears(subscription, actor, { type: kind.type, object: kind.object ?? null }))) return;
  const wanted = kinds.find((kind) => (subscription.types ? subscription.types.has(kind.type) : true));
  const permission = wanted && permissionToHear({ type: wanted.type, object: wanted.object ?? null });
  throw new Problem('not_allowed', {
    detail: `${actor.name} (${actor.role}) may hear of none of these events${permission ? `: they need ${permission}` : ''}. An administrator can grant it.`,
  });
}
