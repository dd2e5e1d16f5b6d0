import { expect, test } from 'vitest';
import type { Answer } from '#platform/testing';
import { createAccount, deleteContact, duplicatesWorld } from '../duplicates-world.fixture.ts';
import { contactQuality } from './contact-quality.ts';

const world = await duplicatesWorld();
const company = await world.run(createAccount, { name: 'Acme' });
const full = { firstName: 'Ana', lastName: 'Silva', title: 'CTO', country: 'DE', accountId: company.id };
const points = (answer: Answer) =>
  Object.fromEntries(answer.reasons.map((one: { code: string; points: number }) => [one.code, one.points]));

test('every point of the quality has its reason, and they add up to what is stored', async () => {
  const { id, qualityScore } = await world.person({ ...full, email: 'ana@acme.com', phone: '+49 30 901820' });
  const answer = await world.run(contactQuality, { id });
  expect(answer.score).toBe(1);
  expect(qualityScore).toBe(1);
  const sum = answer.reasons.reduce((all: number, one: { points: number }) => all + one.points, 0);
  expect(sum).toBeCloseTo(answer.score, 10);
});

test('a free address, a number that cannot be read and missing facts cost points', async () => {
  const { id, qualityScore } = await world.person({ firstName: 'Bo', email: 'bo@gmail.com', phone: '12' });
  const answer = await world.run(contactQuality, { id });
  expect(points(answer)).toMatchObject({ reachable: 0.15, name: 0.06, company: 0, title: 0, place: 0 });
  expect(answer.score).toBeCloseTo(qualityScore, 10);
});

test('who looks like somebody else is less unique', async () => {
  const { id } = await world.person({ ...full, firstName: 'Cy', phone: '+49 30 901825' });
  await world.person({ ...full, firstName: 'Di', phone: '+49 30 901825' });
  await world.settle();
  expect(points(await world.run(contactQuality, { id })).uniqueness).toBe(0.05);
});

test('a deleted contact, another workspace and a missing permission are refused', async () => {
  const { id } = await world.person({ firstName: 'Eva' });
  await expect(world.run(contactQuality, { id }, { actor: world.stranger })).rejects.toMatchObject({
    code: 'not_found',
  });
  const actor = world.actorWith('accounts:read');
  await expect(world.run(contactQuality, { id }, { actor })).rejects.toMatchObject({ code: 'not_allowed' });
  await world.run(deleteContact, { id });
  await expect(world.run(contactQuality, { id })).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.run(contactQuality, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
});
