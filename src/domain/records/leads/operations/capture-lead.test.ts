import { expect, test } from 'vitest';
import type { Actor } from '#platform/actor';
import { leadsWorld } from '../leads-world.fixture.ts';
import { captureLead } from './capture-lead.ts';
import { getLead } from './get-lead.ts';

const world = await leadsWorld();
const { run } = world;
const form: Actor = { ...world.actorWith('leads:capture'), type: 'key', name: 'Contact form' };
const capture = (input: object, actor = form) => run(captureLead, input as never, { actor });
const lead = async (input: object) => run(getLead, { id: (await capture(input)).id });

test('a form is taken in in its own words, and what nobody knows is kept', async () => {
  const made = await lead({
    ...{ 'Full Name': 'Ana Silva', 'e-mail': 'ana@form.example', Organisation: 'Form AG', utm_campaign: 'spring' },
    ...{ Budget: '10k', consent: true, comment: 'Call me' },
  });
  expect(made).toMatchObject({
    ...{ firstName: 'Ana', lastName: 'Silva', email: 'ana@form.example', company: 'Form AG', campaign: 'spring' },
    ...{ message: 'Call me', source: 'Contact form', enrichment: { Budget: '10k', consent: 'true' } },
  });
  expect(await world.eventTypes()).toContain('crm.lead.created');
});

test('the answer does not tell whether somebody is known', async () => {
  const [first, second] = [await capture({ email: 'x@form.example' }), await capture({ email: 'x@form.example' })];
  expect(Object.keys(first)).toEqual(['id', 'status']);
  expect(Object.keys(second)).toEqual(['id', 'status']);
});

test('a mistyped address or hostile values do not cost the lead', async () => {
  const made = await lead({
    name: 'Bo',
    email: 'bo(at)form',
    website: '::',
    company: 'x'.repeat(600),
    note: 'a\u0000b\ud800',
  });
  expect(made).toMatchObject({ name: 'Bo', email: null, website: null });
  expect(made.enrichment).toMatchObject({ email: 'bo(at)form', website: '::', company: 'x'.repeat(600) });
});

test('the same submission sent again is the same lead', async () => {
  const again = { email: 'y@form.example', submission_id: 77 };
  expect((await capture(again)).id).toBe((await capture(again)).id);
});

test('a key that may only capture reads nothing, and nobody captures without the permission', async () => {
  const { id } = await capture({ email: 'z@form.example' });
  await expect(run(getLead, { id }, { actor: form })).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(capture({ email: 'z@form.example' }, world.actorWith('leads:read'))).rejects.toMatchObject({
    code: 'not_allowed',
  });
  await expect(run(getLead, { id }, { actor: world.stranger })).rejects.toMatchObject({ code: 'not_found' });
});

test('a form of nobody, or of a thousand fields, is refused', async () => {
  await expect(capture({ budget: '10k' })).rejects.toMatchObject({ code: 'validation_failed' });
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`f${index}`, 'x']));
  await expect(capture({ email: 'a@b.example', ...many })).rejects.toMatchObject({ code: 'validation_failed' });
});
