import { expect, test } from 'vitest';
import { scoringModule } from '#domain/scoring';
import { regradeLeads } from '../jobs/regrade-leads.ts';
import { leadsWorld } from '../leads-world.fixture.ts';
import { getLead } from './get-lead.ts';
import { regradeChunk } from './regrade-chunk.ts';

const world = await leadsWorld();
const updateModel = scoringModule.operations?.find(({ name }) => name === 'scoring.model.update');

test('all leads get the grades of the model that holds now', async () => {
  const { id, grade } = await world.make({ title: 'CEO' });
  await world.run(updateModel as never, { grades: { A: 4, B: 3, C: 2, D: 1 } } as never);
  await world.work(regradeLeads);
  const after = await world.run(getLead, { id });
  expect([grade, after.grade, after.version]).toEqual(['F', 'A', 1]);
  expect(await world.run(regradeChunk, {}, { actor: world.stranger })).toMatchObject({ changed: 0 });
  await world.refuses(regradeChunk, {}, 'strange');
});
