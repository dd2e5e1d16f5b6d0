import { createHash } from 'node:crypto';
import { identityKeys } from '#domain/matching';
import { contact } from '#domain/records/contacts';
import { defineHandler, type LoggedEvent } from '#platform/events';
import { pairsOf } from '../rules/pairs.ts';
import { type ContactIdentity, identitiesOf, keepKeys, withSameKey, withSamePoint } from '../store/likenesses.ts';
import { replaceSuggestions } from '../store/suggestions.ts';

/** A number, address or name that more contacts than this share says nothing of any two of them. */
const mostWithOneKey = 20;

const identifying = new Set(['firstName', 'lastName', 'email', 'phone', 'accountId']);

/** Whether an event can change who looks like whom; one that does not say which fields may. */
function matters({ type, data: { fields } }: LoggedEvent): boolean {
  return !type.endsWith('.updated') || !Array.isArray(fields) || fields.some((name) => identifying.has(String(name)));
}

/** A digest of name and company; undefined when they do not tell anybody apart. */
function keyOf({ firstName, lastName, accountId }: ContactIdentity): string | undefined {
  const name = { first: firstName ?? undefined, last: lastName ?? undefined };
  const [found] = identityKeys({ name, company: accountId ? { key: accountId } : undefined });
  return found && createHash('sha256').update(found.key).digest('hex').slice(0, 32);
}

/** Exact likenesses behind the writers: the same phone, address, or name in the same company. Suggestions for people, never merges. */
export const suggestDuplicates = defineHandler({
  name: 'duplicates',
  summary: 'Suggests contacts that may be the same person.',
  on: ['created', 'updated', 'deleted', 'restored'].map((verb) => `${contact.events}.${verb}`),
  async run(context, events) {
    const ids = [...new Set(events.filter(matters).flatMap((event) => event.recordIds))];
    if (ids.length === 0) return;
    const there = await identitiesOf(context.tx, ids);
    const keys = new Map(
      there.flatMap((one): [string, string][] => {
        const key = keyOf(one);
        return key ? [[one.id, key]] : [];
      }),
    );
    await keepKeys(context.tx, contact.name, ids, keys);
    const living = there.map((one) => one.id);
    const likenesses = [
      ...(await withSamePoint(context.tx, living, mostWithOneKey)),
      ...(await withSameKey(context.tx, contact.name, keys, mostWithOneKey)),
    ];
    await replaceSuggestions(context, contact.name, ids, pairsOf(likenesses));
  },
});
