import { account } from '#domain/records/accounts';
import { contact } from '#domain/records/contacts';
import type { ObjectType } from '#platform/fields';

/** The kinds of record that can be merged. */
export const mergeable = [contact, account] as const;

/** The types of the events that tell of records of a kind that became one, or are several again. */
export function mergeEventsOf({ events }: Pick<ObjectType, 'events'>): { merged: string; unmerged: string } {
  return { merged: `${events}.merged`, unmerged: `${events}.unmerged` };
}
