import { z } from 'zod';
import type { Values } from '#platform/changes';
import { localTime } from './zone.ts';

const plain = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => value.isWellFormed() && !value.includes('\u0000'), 'must be plain text');

/** The task that a rule makes. */
export const madeTask = z
  .strictObject({
    subject: plain(400).min(1),
    description: plain(10_000).optional(),
    priority: z.enum(['low', 'normal', 'high', 'urgent']).optional(),
    dueInDays: z.number().int().min(0).max(3660).optional(),
    dueInHours: z.number().min(0).max(87_840).optional(),
    assignTo: z.literal('owner').optional(),
    assigneeId: z.string().max(100).optional(),
    queue: plain(100).optional(),
    repeat: plain(200).optional(),
  })
  .refine(
    (task) => task.dueInDays === undefined || task.dueInHours === undefined,
    'give dueInDays or dueInHours, not both',
  )
  .refine(
    (task) => task.assignTo === undefined || task.assigneeId === undefined,
    'give assignTo or assigneeId, not both',
  )
  .refine(
    (task) => task.repeat === undefined || task.dueInDays !== undefined || task.dueInHours !== undefined,
    'a task that repeats needs dueInDays or dueInHours',
  );
export type MadeTask = z.output<typeof madeTask>;

/** The record that an event is about, as far as a task is made of it. */
export interface RuleSubject {
  kind: string;
  id: string;
  name: string;
  values: Values;
}

const linkOf: Record<string, string> = { contact: 'contactId', account: 'accountId', deal: 'dealId', lead: 'leadId' };

/** The values of the task that a rule makes for a record at a moment. `assigneeId` and `zone`: who gets it, and where they are. */
export function taskOf(
  made: MadeTask,
  { kind, id, name, values }: RuleSubject,
  ruleId: string | null,
  at: Date,
  { assigneeId, zone }: { assigneeId: string | null; zone: string },
): Values {
  const links = Object.fromEntries(
    Object.values(linkOf).flatMap((field) => (typeof values[field] === 'string' ? [[field, values[field]]] : [])),
  );
  const own = linkOf[kind] === undefined ? {} : { [linkOf[kind]]: id };
  const { dueInDays, dueInHours, assignTo: _to, assigneeId: _given, ...rest } = made;
  return {
    ...links,
    ...own,
    ...rest,
    subject: made.subject.replaceAll('{name}', () => name).slice(0, 500),
    assigneeId,
    ruleId,
    ...(dueInDays === undefined ? {} : { dueOn: dayAfter(at, dueInDays, zone) }),
    ...(dueInHours === undefined ? {} : { dueAt: new Date(at.getTime() + dueInHours * 3_600_000).toISOString() }),
  };
}

function dayAfter(at: Date, days: number, zone: string): string {
  const { year, month, day } = localTime(at, zone);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

/** Whether an event says all that a rule asks for; of a list, that it holds the value. */
export function saysAll(wanted: Values | null, data: Values): boolean {
  return Object.entries(wanted ?? {}).every(([name, value]) => {
    const said = Object.hasOwn(data, name) ? data[name] : undefined;
    return Array.isArray(said) ? said.includes(value) : said === value;
  });
}
