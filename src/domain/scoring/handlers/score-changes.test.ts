import { expect, test } from 'vitest';
import { dealsModule } from '#domain/records/deals';
import { sql } from '#platform/database';
import {
  createAccount,
  createContact,
  logActivity,
  scoringWorld,
  updateAccount,
  updateActivity,
  updateContact,
} from '../scoring-world.fixture.ts';

const world = await scoringWorld();
const ofDeals = (name: string) => dealsModule.operations?.find((one) => one.name === name) as never;
const operations = {
  create: ofDeals('deals.create'),
  changeStage: ofDeals('deals.changeStage'),
  remove: ofDeals('deals.delete'),
  update: ofDeals('deals.update'),
};
const company = await world.run(createAccount, { name: 'Ada GmbH', industry: 'Software', employeeCount: 400 });

interface Stored {
  id: string;
  version: number;
  score: number;
  tier: string;
}

async function stored(id: string): Promise<Stored | undefined> {
  const uuid = id.slice(3);
  return world.database
    .reader(world.workspaceId)
    .first<Stored>(
      sql`select id, version, lead_score as score, score_tier as tier from contacts where id = ${uuid}::uuid`,
    );
}

test('a new contact gets its score, and the first one is told', async () => {
  const { id } = await world.run(createContact, { firstName: 'Ana', title: 'CEO', accountId: company.id });
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 30, tier: 'COLD', version: 1 });
  const [news] = await world.news();
  expect(news?.data).toEqual({
    score: 30,
    tier: 'COLD',
    previousTier: null,
    tierChanged: true,
    breakdown: { firmographic: 75, behavioral: 0, intent: 0 },
  });
});

test('an activity moves the score without a new version or an entry of history, and tells who is qualified', async () => {
  const { id } = await world.run(createContact, { firstName: 'Bo', title: 'CEO', accountId: company.id });
  await world.settle();
  const before = (await world.news()).length;
  for (const type of ['demo_request', 'trial_signup', 'meeting', 'meeting'])
    await world.run(logActivity, { type, contactId: id });
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 73, tier: 'HOT', version: 1 });
  const news = (await world.news()).slice(before);
  expect(news.map(({ type, data }) => [type, data.previousTier, data.tier])).toEqual([
    ['crm.contact.scored', 'COLD', 'HOT'],
    ['crm.contact.tier_changed', 'COLD', 'HOT'],
    ['crm.lead.qualified', 'COLD', 'HOT'],
  ]);
  await world.run(logActivity, { type: 'event_attendance', contactId: id });
  await world.run(logActivity, { type: 'email_reply', contactId: id });
  await world.run(logActivity, { type: 'email_click', contactId: id });
  await world.run(logActivity, { type: 'email_click', contactId: id });
  await world.run(updateContact, { id, department: 'Management' });
  await world.settle();
  const urgent = (await world.news()).find(({ type }) => type === 'notification.urgent');
  expect(urgent?.data).toEqual({ kind: 'lead_qualified', text: 'Lead upgraded from HOT to SALES_READY' });
});

test('nothing is told when nothing has changed', async () => {
  const { id } = await world.run(createContact, { firstName: 'Cy', title: 'CEO' });
  await world.settle();
  const before = (await world.news()).length;
  await world.run(updateContact, { id, city: 'Berlin' });
  await world.run(updateContact, { id, title: 'COO' });
  await world.run(logActivity, { type: 'note', contactId: id });
  await world.settle();
  expect(await world.news()).toHaveLength(before);
});

test('a deal that gets on moves the intent, and one that is deleted takes it away', async () => {
  const { id } = await world.run(createContact, { firstName: 'Dana' });
  const made = await world.run(operations.create, { name: 'Deal', contactId: id } as never);
  await world.settle();
  const early = await stored(id);
  const beganMs = performance.now();
  await world.run(operations.changeStage, { id: made.id, stage: 'Negotiation' } as never);
  await world.settle();
  const tookMs = performance.now() - beganMs;
  expect(await stored(id)).toMatchObject({ score: 15, version: 1 });
  expect(early?.score).toBeLessThan(15);
  console.info(`deal.stage_changed → stored score: ${Math.round(tookMs)} ms`);
  await world.run(operations.remove, { id: made.id } as never);
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 0 });
});

test('criteria of the model see what the workspace knows, its own fields among it', async () => {
  const rules = [
    {
      name: 'gold',
      component: 'firmographic',
      points: 50,
      when: { 'account.tags': { contains: 'gold' } },
      text: 'Gold',
    },
    {
      name: 'private',
      component: 'firmographic',
      points: -10,
      when: { hasBusinessEmail: { eq: false } },
      text: 'Private',
    },
  ];
  const draft = await world.draft({ rules } as never);
  await world.use(draft.id);
  const gold = await world.run(createAccount, { name: 'Gold Ltd', tags: ['Gold'] });
  const { id } = await world.run(createContact, { firstName: 'Gil', email: 'gil@gmail.com', accountId: gold.id });
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 16 });
  await world.run(updateContact, { id, email: 'gil@gold.example' });
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 20 });
  await world.use((await world.draft()).id);
});

test('facts of an account move the scores of its people', async () => {
  const small = await world.run(createAccount, { name: 'Bo AG', employeeCount: 5 });
  const { id } = await world.run(createContact, { firstName: 'Di', accountId: small.id });
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 2 });
  await world.run(updateAccount, { id: small.id, employeeCount: 400 });
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 12 });
  await world.run(updateContact, { id, accountId: null });
  await world.settle();
  expect(await stored(id)).toMatchObject({ score: 0 });
});

test('an activity that is corrected no longer counts as it did', async () => {
  const [first, second] = [
    await world.run(createContact, { firstName: 'Ed' }),
    await world.run(createContact, { firstName: 'Flo' }),
  ];
  const logged = await world.run(logActivity, { type: 'demo_request', contactId: first.id });
  await world.settle();
  expect(await stored(first.id)).toMatchObject({ score: 15 });
  await world.run(updateActivity, { id: logged.id, contactId: second.id });
  await world.settle();
  expect([(await stored(first.id))?.score, (await stored(second.id))?.score]).toEqual([0, 15]);
  await world.run(updateActivity, { id: logged.id, status: 'cancelled' });
  await world.settle();
  expect(await stored(second.id)).toMatchObject({ score: 0 });
});

test('a deal that goes over to somebody else takes its intent along', async () => {
  const [from, to] = [
    await world.run(createContact, { firstName: 'Gus' }),
    await world.run(createContact, { firstName: 'Hal' }),
  ];
  const deal = await world.run(operations.create, { name: 'Licences', contactId: from.id } as never);
  await world.run(operations.changeStage, { id: deal.id, stage: 'Negotiation' } as never);
  await world.settle();
  const held = (await stored(from.id))?.score ?? 0;
  expect(held).toBeGreaterThan((await stored(to.id))?.score ?? 0);
  await world.run(operations.update, { id: deal.id, contactId: to.id } as never);
  await world.settle();
  expect([(await stored(from.id))?.score, (await stored(to.id))?.score]).toEqual([0, held]);
});
