import { expect, test } from 'vitest';
import { relationshipsWorld } from '../relationships-world.fixture.ts';
import { createRelationship } from './create-relationship.ts';

const world = await relationshipsWorld();
const { run, person, company, make, refuses } = world;
const ends = async () => ({ fromId: (await person('Ana')).id, toId: (await person('Bo')).id });

test('two records of any kinds are related, each named with its kind, and that is told', async () => {
  const ana = await person('Ana');
  const works = await company('Works');
  const made = await run(createRelationship, { fromId: ana.id, toId: works.id, type: 'decision_maker' } as never);
  expect(made).toMatchObject({
    id: expect.stringMatching(/^rl_/),
    fromType: 'contact',
    from: { id: ana.id, type: 'contact', name: 'Ana' },
    toType: 'account',
    to: { id: works.id, type: 'account', name: 'Works' },
    strength: 50,
  });
  expect(await world.eventTypes()).toContain('crm.relationship.created');
});

test('a custom relationship has a label, notes and dates', async () => {
  const values = { ...(await ends()), type: 'custom', label: 'mentor', strength: 0, notes: 'Since school' };
  const dates = { since: '2020-02-29', until: '2026-01-01' };
  expect(await run(createRelationship, { ...values, ...dates } as never)).toMatchObject({ ...values, ...dates });
});

test('the same relationship twice is refused, another type of it is not', async () => {
  const between = await ends();
  await make(between);
  await expect(make(between)).rejects.toMatchObject({ code: 'conflict' });
  expect(await make({ ...between, type: 'influencer' })).toMatchObject({ type: 'influencer' });
});

test('mistakes are refused', async () => {
  const right = { ...(await ends()), type: 'partner' };
  const wrong = [
    { fromId: undefined },
    { toId: right.fromId },
    { toId: 'ct_00000000000000000000000000000000' },
    { toId: '00000000-0000-0000-0000-000000000000' },
    { toId: 'rl_00000000000000000000000000000000' },
    { toId: "ct_'; drop table relationships" },
    { type: 'enemy' },
    { type: 'custom' },
    { strength: 101 },
    { strength: -1 },
    { strength: 0.5 },
    { since: '2026-02-30' },
    { since: '2026-02-02', until: '2026-02-01' },
    { fromType: 'account' },
    { notes: 'a\u0000b' },
  ];
  for (const one of wrong)
    await expect(make({ ...right, ...one })).rejects.toMatchObject({ code: 'validation_failed' });
  await refuses(createRelationship, right);
});

test('nothing is related with a record of another workspace, or of a kind that one may not read', async () => {
  const between = await ends();
  await expect(
    run(createRelationship, { ...between, type: 'partner' } as never, { actor: world.stranger }),
  ).rejects.toMatchObject({ code: 'validation_failed' });
  const actor = world.actorWith('relationships:write', 'accounts:read');
  await expect(run(createRelationship, { ...between, type: 'partner' } as never, { actor })).rejects.toMatchObject({
    code: 'not_allowed',
    message: expect.stringContaining('contacts:read'),
  });
});
