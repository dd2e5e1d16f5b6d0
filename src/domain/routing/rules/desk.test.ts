import { expect, test } from 'vitest';
import { Desk, type DeskFacts, type Rule } from './desk.ts';

const rule = (id: string, action: Rule['action'], conditions?: unknown): Rule => ({ id, name: id, action, conditions });
const share = (...ids: string[]) => ids.map((userId) => ({ userId, weight: 1 }));

function desk(rules: Rule[], more: Partial<DeskFacts> = {}): Desk {
  const people = new Map(['ana', 'bo', 'cy'].map((name) => [name, name]));
  const fields = new Map([['country', { type: 'text', label: 'Country' }]]);
  return new Desk({ rules, territories: [], people, open: new Map(), standings: new Map(), fields, ...more });
}

const values = { country: 'DE' };

test('the first rule that is for it and has somebody free decides', () => {
  const full = [{ userId: 'ana', weight: 1, capacity: 1 }];
  const rules = [
    rule('french', { kind: 'owner', userId: 'cy' }, { country: { eq: 'FR' } }),
    rule('full', { kind: 'roundRobin', members: full }),
    rule('rest', { kind: 'owner', userId: 'bo' }),
  ];
  const decision = desk(rules, { open: new Map([['ana', 1]]) }).decide({ values });
  expect(decision).toMatchObject({ ownerId: 'bo', ruleId: 'rest' });
  expect(decision.because).toBe('Rule “full”: nobody in it is free. Rule “rest”: it goes to bo.');
});

test('capacity counts what is given in the same go', () => {
  const members = [{ userId: 'ana', weight: 5, capacity: 2 }, ...share('bo')];
  const one = desk([rule('round', { kind: 'roundRobin', members })]);
  const owners = Array.from({ length: 5 }, () => one.decide({ values }).ownerId);
  expect(owners.filter((owner) => owner === 'ana')).toHaveLength(2);
});

test('in a team the one with the fewest open leads gets it', () => {
  const open = new Map([
    ['ana', 3],
    ['bo', 1],
  ]);
  const one = desk([rule('team', { kind: 'team', userIds: ['ana', 'bo'] })], { open });
  expect(one.decide({ values }).because).toBe('Rule “team”: bo has the fewest open leads of the team (1).');
  expect([one.decide({ values }).ownerId, one.decide({ values }).ownerId, one.decide({ values }).ownerId]).toEqual([
    'bo',
    'ana',
    'bo',
  ]);
});

test('a territory is found by the value of its field, whatever the case', () => {
  const territories = [{ id: 'nord', name: 'Nord', match: { country: ['de', 'AT'] }, members: share('ana', 'bo') }];
  const one = desk([rule('area', { kind: 'territory', field: 'country' })], { territories });
  expect(one.decide({ values })).toMatchObject({ ownerId: 'ana', territoryId: 'nord' });
  expect(one.decide({ values: { country: 'FR' } }).because).toContain('no territory has country FR');
  expect(one.decide({ values: {} }).because).toContain('the lead has no country');
});

test('nobody gets back what they have given back, and nobody who may not sign in gets anything', () => {
  const one = desk([rule('round', { kind: 'roundRobin', members: share('gone', 'ana', 'bo') })]);
  expect(one.decide({ values, without: new Set(['ana']) }).ownerId).toBe('bo');
  expect(desk([rule('gone', { kind: 'owner', userId: 'gone' })]).decide({ values })).toMatchObject({
    kind: 'none',
    ownerId: null,
  });
});
