import { expect, test } from 'vitest';
import { z } from 'zod';
import { activity } from '#domain/records/activities';
import { contact } from '#domain/records/contacts';
import { frozenClock } from '#platform/clock';
import { sql } from '#platform/database';
import { defineOperation } from '#platform/operations';
import { createRecords, deleteOperation } from '#platform/records';
import { fadeScores } from '../jobs/fade-scores.ts';
import { createContact, logActivity, scoringWorld } from '../scoring-world.fixture.ts';
import { fadeChunk } from './fade-chunk.ts';
import { getScore } from './get-score.ts';

const clock = frozenClock(new Date());
const world = await scoringWorld({ clock });
const dayMs = 86_400_000;
const deleteContact = deleteOperation(contact);

async function queued(): Promise<Date[]> {
  const rows = await world.database.system.rows<{ run_at: Date }>(
    sql`select run_at from graphile_worker.jobs where task_identifier = 'scoring.fade' order by run_at`,
  );
  return rows.map((row) => row.run_at);
}

test('a score fades when its time has come, down to that of the facts, and no event is lost', async () => {
  const { id } = await world.run(createContact, { firstName: 'Ana', title: 'CEO' });
  await world.run(logActivity, { type: 'demo_request', contactId: id });
  await world.settle();
  const fresh = await world.run(getScore, { id });
  expect(fresh.score).toBe(27);
  expect(await world.run(fadeChunk, {})).toMatchObject({ scored: 0, more: false });
  clock.advance(30 * dayMs);
  await world.work(fadeScores, {});
  expect(await world.run(getScore, { id })).toMatchObject({ score: 20, computedAt: clock.now().toISOString() });
  clock.advance(31 * dayMs);
  await world.work(fadeScores, {});
  expect((await world.news()).at(-1)).toMatchObject({ data: { score: 12 } });
  expect(await world.run(fadeChunk, {})).toMatchObject({ scored: 0, changed: 0 });
});

test('a job stands for the hour after the next score fades', async () => {
  const { id } = await world.run(createContact, { firstName: 'Bo' });
  await world.run(logActivity, { type: 'meeting', contactId: id });
  await world.settle();
  const times = await queued();
  expect(times.length).toBeGreaterThan(0);
  expect(times.every((at) => at.getTime() % 3_600_000 === 0)).toBe(true);
  expect(Math.max(...times.map(Number))).toBeGreaterThan(clock.now().getTime());
});

test('whatever fades over a night is computed anew in batches of a thousand, and then stands as it would be computed', async () => {
  const people = 1100;
  await world.run(
    defineOperation({
      name: 'test.meetMany',
      summary: 'Makes many contacts who each asked for a demo.',
      kind: 'write',
      permission: 'contacts:write',
      input: z.strictObject({}),
      async run(context) {
        const made = await createRecords(
          context,
          contact,
          Array.from({ length: people }, () => ({ firstName: 'Many' })),
        );
        await createRecords(
          context,
          activity,
          made.map(({ id }) => ({ type: 'demo_request', contactId: id })),
        );
        return null;
      },
    }),
    {},
  );
  await world.settle();
  expect(await scoresOfMany()).toEqual([{ score: 15, people }]);
  clock.advance(dayMs);
  const night = await world.run(fadeChunk, {});
  expect(night).toMatchObject({ scored: 0, more: false });
  clock.advance(9 * dayMs);
  await world.work(fadeScores, {});
  expect(await scoresOfMany()).toEqual([{ score: 13, people }]);
  expect(await world.run(fadeChunk, {})).toMatchObject({ scored: 0, more: false });
});

async function scoresOfMany(): Promise<{ score: number; people: number }[]> {
  return world.database.reader(world.workspaceId).rows(sql`select lead_score as score, count(*)::integer as people
    from contacts where first_name = 'Many' group by 1`);
}

test('who has been deleted is left in peace', async () => {
  const { id } = await world.run(createContact, { firstName: 'Cy' });
  await world.run(logActivity, { type: 'meeting', contactId: id });
  await world.settle();
  await world.run(deleteContact, { id });
  clock.advance(100 * dayMs);
  await world.work(fadeScores, {});
  expect(await world.run(fadeChunk, {})).toMatchObject({ scored: 0, more: false });
});

test('it is refused without the permission, and another workspace has nothing to fade', async () => {
  const actor = world.actorWith('contacts:write');
  await expect(world.run(fadeChunk, {}, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(world.run(fadeChunk, { all: true } as never)).rejects.toMatchObject({ code: 'validation_failed' });
  expect(await world.run(fadeChunk, {}, { actor: world.stranger })).toMatchObject({ scored: 0 });
});
