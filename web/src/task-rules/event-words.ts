import { taskRulesTexts as words } from '../texts/index.ts';

/** What a rule waits for, in words; the type itself where there are none. */
export function eventWords(type: string): string {
  return words.groups.map((group) => group.events[type]).find(Boolean) ?? type;
}

/** The kind of record whose fields a rule's condition can ask; undefined where there are none to ask. */
export function objectOf(type: string): string | undefined {
  const object = words.groups.find((group) => type in group.events)?.object;
  return object === 'activity' ? undefined : object;
}
