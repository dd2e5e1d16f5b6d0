import { expect, test } from 'vitest';
import { pipelinesWorld } from '../pipelines-world.fixture.ts';
import { createPipeline } from './create-pipeline.ts';
import { listPipelines } from './list-pipelines.ts';

const world = await pipelinesWorld();
const { run, make, refuses } = world;

test('a pipeline is made with the usual stages, or with its own, and that is told', async () => {
  const usual = await make({ name: 'Renewals' });
  expect(usual).toMatchObject({
    id: expect.stringMatching(/^pl_/),
    isDefault: false,
    lossReasons: expect.arrayContaining(['Price']),
  });
  expect(usual.stages.map((one: { name: string }) => one.name)).toEqual([
    'Qualification',
    'Discovery',
    'Proposal',
    'Negotiation',
    'Closed Won',
    'Closed Lost',
  ]);
  const stages = [{ name: 'In' }, { name: 'Yes', kind: 'won' }, { name: 'No', kind: 'lost', color: '#ff0000' }];
  expect((await make({ stages, lossReasons: [] })).stages).toMatchObject([
    { id: expect.stringMatching(/^sg_/), order: 1, probability: 50, kind: 'open' },
    { probability: 100, kind: 'won' },
    { probability: 0, kind: 'lost', color: '#ff0000' },
  ]);
  expect(await world.eventTypes()).toEqual(['crm.pipeline.created', 'crm.pipeline.created']);
});

test('every workspace begins with one, the default', async () => {
  const { data } = await run(listPipelines, {}, { actor: world.stranger });
  expect(data).toMatchObject([{ name: 'Sales', isDefault: true }]);
});

test('another default takes the place of the one before', async () => {
  const { id } = await make({ isDefault: true });
  const { data } = await run(listPipelines, {});
  expect(data.filter((one: { isDefault: boolean }) => one.isDefault)).toMatchObject([{ id }]);
});

test('mistakes, a name that is taken and a missing permission are refused', async () => {
  const wrong = [
    { name: ' ' },
    { stages: [{ name: 'A' }] },
    { stages: [{ name: 'A' }, { name: 'a' }, { name: 'W', kind: 'won' }, { name: 'L', kind: 'lost' }] },
    {
      stages: [
        { name: 'A', probability: 101 },
        { name: 'W', kind: 'won' },
        { name: 'L', kind: 'lost' },
      ],
    },
  ];
  for (const values of wrong) await expect(make(values)).rejects.toMatchObject({ code: 'validation_failed' });
  await expect(make({ name: 'Renewals' })).rejects.toMatchObject({ code: 'conflict' });
  await refuses(createPipeline, { name: 'x' }, 'strange');
});
