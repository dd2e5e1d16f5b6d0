import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { activity } from '#domain/records/activities';
import { communication } from '#domain/records/communications';
import { contact } from '#domain/records/contacts';
import { task } from '#domain/records/tasks';
import { sql } from '#platform/database';
import { idSchema } from '#platform/fields';
import { parseId } from '#platform/ids';
import { defineOperation, execute } from '#platform/operations';
import { createOperation, createRecords } from '#platform/records';
import { atMost, type Figure, oneAtATime } from './kit.ts';
import { inNewHome, type Running, settled, until } from './scoring.ts';

// A timeline merged from everything, and a thousand activities a second with every score fresh: in process, with the handlers and jobs of a
// server beside it.
const entries = 10_000;
const people = 5000;
const samples = 200;
const batches = 100;
const perBatch = 100;
const everyMs = 100;

const kinds = [activity, activity, activity, communication, task];

const plant = defineOperation({
  name: 'bench.plantEntries',
  summary: 'Makes entries of a timeline, of every kind.',
  kind: 'write',
  permission: 'activities:write',
  input: z.strictObject({ contactId: idSchema(contact.name), from: z.int(), count: z.int() }),
  async run(context, { contactId, from, count }) {
    for (const [index, object] of kinds.entries()) {
      const sets = Array.from({ length: count / kinds.length }, (_, at) => {
        const number = from + at * kinds.length + index;
        const subject = `Entry ${number}`;
        const moment = new Date(context.now.getTime() - number * 600_000).toISOString();
        if (object === task) return { subject, contactId, createdAt: moment };
        if (object === communication)
          return { type: 'email', direction: 'inbound', subject, contactId, sentAt: moment };
        return { type: 'note', subject, contactId, occurredAt: moment };
      });
      await createRecords(context, object, sets);
    }
    return null;
  },
});

const addPeople = defineOperation({
  name: 'bench.addPeople',
  summary: 'Makes contacts.',
  kind: 'write',
  permission: 'contacts:write',
  input: z.strictObject({ count: z.int() }),
  async run(context, { count }) {
    const sets = Array.from({ length: count }, (_, at) => ({
      firstName: 'Ana',
      lastName: `Number ${at}`,
      title: 'CEO',
    }));
    return (await createRecords(context, contact, sets)).map((one) => one.id);
  },
});

async function timeline(running: Running): Promise<Figure[]> {
  const { ports, call, run } = running;
  const made = await execute(ports, createOperation(contact), { firstName: 'Busy' }, call);
  const { id } = JSON.parse(made.output.text) as { id: string };
  for (let from = 0; from < entries; from += 1000)
    await execute(ports, plant, { contactId: id, from, count: 1000 }, call);
  for (let index = 0; index < 100; index += 1) await run('contacts.update', { id, city: `Town ${index}` });
  await settled(running);
  for (let warm = 0; warm < 20; warm++) await run('contacts.timeline', { id });
  const firstMs = await oneAtATime(samples, () => run('contacts.timeline', { id }));
  let cursor: string | undefined;
  const deepMs = await oneAtATime(150, async () => {
    const page = (await run('contacts.timeline', { id, ...(cursor ? { cursor } : {}) })) as { page: { next?: string } };
    cursor = page.page.next;
  });
  return [
    atMost(`timeline merged of ${entries} entries of every kind, first page, p95`, firstMs, 20),
    atMost(`timeline merged of ${entries} entries of every kind, page after page, p95`, deepMs, 20),
  ];
}

/** Whether scoring has read all that a change set told. */
async function isScored({ reader }: Running, changeSetId: string): Promise<boolean> {
  const row = await reader.first<{ behind: boolean }>(sql`select exists (
      select 1 from events e left join handler_cursors c on c.workspace_id = e.workspace_id and c.handler_group = 'scoring.score'
      where e.workspace_id = kith.workspace_id() and e.change_set_id = ${parseId('cs', changeSetId)} and e.type = 'crm.activity.logged'
        and (c.epoch is null or (e.epoch, e.xid, e.id) > (c.epoch, c.xid, c.event_id))) as behind`);
  return row?.behind === false;
}

async function logging(running: Running): Promise<Figure[]> {
  const ids = (await execute(running.ports, addPeople, { count: people }, running.call)).output;
  await settled(running);
  const freshMs: number[] = [];
  const waiting: Promise<void>[] = [];
  const types = ['pricing_page_view', 'email_open', 'website_visit', 'call'];
  const beganMs = performance.now();
  for (let batch = 0; batch < batches; batch++) {
    const activities = Array.from({ length: perBatch }, (_, at) => ({
      type: types[(batch + at) % types.length],
      contactId: ids[(batch * perBatch + at) % ids.length],
    }));
    const sentMs = performance.now();
    const { changeSetId } = (await running.run('activities.logMany', { activities })) as { changeSetId: string };
    waiting.push(
      until(() => isScored(running, changeSetId), 10).then(() => void freshMs.push(performance.now() - sentMs)),
    );
    const aheadMs = beganMs + (batch + 1) * everyMs - performance.now();
    if (aheadMs > 0) await pause(aheadMs);
  }
  const seconds = (performance.now() - beganMs) / 1000;
  await Promise.all(waiting);
  const perSecond = (batches * perBatch) / seconds;
  const p95Ms = freshMs.sort((a, b) => a - b)[Math.floor(batches * 0.95)] ?? Number.NaN;
  const rate = { what: 'activities logged, each score fresh', figure: `${Math.round(perSecond)}/s`, limit: '≥ 990/s' };
  return [
    { ...rate, ok: perSecond >= 990 },
    atMost('from sending an activity to its stored score, at that rate, p95', p95Ms, 500),
  ];
}

/** The figures of activities, each beside its limit. */
export function benchActivities(): Promise<Figure[]> {
  return inNewHome(async (running) => [...(await timeline(running)), ...(await logging(running))]);
}
