import type { Values } from '#platform/changes';

/** The status of an activity that comes without one: what lies ahead, or has yet to be done, is open; what has happened is done. */
export function statusOf({ type, occurredAt, dueAt }: Values, now: Date): 'open' | 'done' {
  const ahead = [occurredAt, dueAt].some((at) => typeof at === 'string' && new Date(at) > now);
  return ahead || type === 'task' ? 'open' : 'done';
}
