import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import { refusalsIn } from '#platform/testing';
import { scoringWorld } from '../scoring-world.fixture.ts';
import { startPreview } from './start-preview.ts';

const world = await scoringWorld();

test('a preview is begun in the background, by whoever may', async () => {
  const { id } = await world.draft();
  await refusalsIn(world)(startPreview, { id });
  expect(await world.run(startPreview, { id })).toEqual({ status: 'running', modelVersion: 1 });
  const jobs = await world.database.system.rows(
    sql`select task_identifier from graphile_worker.jobs where task_identifier = 'scoring.preview'`,
  );
  expect(jobs).not.toEqual([]);
});
