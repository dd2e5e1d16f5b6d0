import type { DemoAccount } from './accounts.ts';
import { type DemoActivity, generateActivities } from './activities.ts';
import { type DemoContact, generateContacts } from './contacts.ts';

/** Some people, and all that they have done. */
export interface People {
  position: number;
  contacts: DemoContact[];
  activities: DemoActivity[];
}

/** Of more people than these only every second, third … has a history: a large demo is to be made as fast as an import. */
const mostWithHistory = 20_000;

/** How many people are made in one go: with what they have done, about 3,000 records. */
export function peopleAtOnce(contacts: number): number {
  return contacts > mostWithHistory ? 1000 : 500;
}

export interface CastOf {
  accounts: readonly DemoAccount[];
  contacts: number;
  seed: number;
  now: Date;
}

/** The people of a demo with what they have done, in chunks; the same arguments give the same ones. */
export function* peopleInChunks(
  { accounts, contacts, seed, now }: CastOf,
  size = peopleAtOnce(contacts),
): Generator<People> {
  const stride = Math.ceil(contacts / mostWithHistory);
  let waiting: DemoContact[] = [];
  const people = function* () {
    for (const contact of generateContacts(contacts, accounts, seed)) {
      waiting.push(contact);
      if (contact.index % stride === 0) yield contact;
    }
  };
  let done: DemoActivity[] = [];
  let position = 0;
  const chunkBefore = (index: number): People | undefined => {
    const end = (position + 1) * size;
    if (index < end) return undefined;
    const chunk = { position, contacts: waiting.filter((contact) => contact.index < end), activities: done };
    waiting = waiting.filter((contact) => contact.index >= end);
    done = [];
    position += 1;
    return chunk;
  };
  for (const activity of generateActivities(people(), seed, now)) {
    for (let chunk = chunkBefore(activity.contactIndex); chunk; chunk = chunkBefore(activity.contactIndex)) yield chunk;
    done.push(activity);
  }
  // Those at the end have done nothing, so that no activity brought them out.
  for (let chunk = chunkBefore(contacts); chunk; chunk = chunkBefore(contacts)) yield chunk;
  if (waiting.length > 0) yield { position, contacts: waiting, activities: done };
}
