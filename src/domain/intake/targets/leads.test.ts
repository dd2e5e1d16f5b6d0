import { expect, test } from 'vitest';
import '#domain/identity';
import { lead } from '#domain/records/leads';
import { routingRule } from '#domain/routing';
import { objectNamed } from '#platform/fields';
import { createOperation, listOperation } from '#platform/records';
import { testWorld } from '#platform/testing';
import { all, countsOf, dryAndReal, imported } from '../import-fixture.ts';

const world = await testWorld();
const leads = async (filter: object) => (await world.run(listOperation(lead), { filter })).data;
const options = { object: 'leads' };

test('a file of leads comes in with contacts and accounts, and a dry run says so before', async () => {
  const file = `Name,Email,Company,Campaign,Lead Status,Message
Ana Silva,ana@one.example,One AG,Spring,Working,Hello
Ana Silva,ana@one.example,One AG,Autumn,,Again
Bo Berg,bo@two.example,Two GmbH,Spring,Dancing,
,,Nobody Ltd,Spring,,
`;
  const [dry, real] = await dryAndReal(world, file, options);
  expect(countsOf(real)).toMatchObject({ rows: 4, created: 3, rejected: 1, marked: 1, accountsCreated: 2 });
  expect(countsOf(dry)).toEqual(countsOf(real));
  const [spring, autumn] = [await leads({ campaign: { eq: 'Spring' } }), await leads({ campaign: { eq: 'Autumn' } })];
  expect(spring).toHaveLength(2);
  expect(autumn[0]).toMatchObject({ name: 'Ana Silva', account: { name: 'One AG' }, status: 'new' });
  expect(spring).toContainEqual(expect.objectContaining({ contactId: autumn[0].contactId, status: 'working' }));
  expect((await all(world, 'contacts')).length).toBe(2);
});

test('the same file again changes nothing, and a changed one changes its leads', async () => {
  const file = 'Email,Campaign,Title\nx@again.example,Fair,CTO\n';
  await imported(world, file, options);
  expect(countsOf(await imported(world, file, options))).toMatchObject({ created: 0, skipped: 1 });
  const changed = file.replace('CTO', 'CEO');
  expect(countsOf(await imported(world, changed, options))).toMatchObject({ created: 0, updated: 1 });
});

test('what a source calls its lead tells it again, whatever else has changed', async () => {
  const file = 'Lead ID,Source,Email,Title\n77,Partner,old@key.example,CTO\n';
  await imported(world, file, options);
  const again = await imported(world, file.replace('old@', 'new@'), options);
  expect(countsOf(again)).toMatchObject({ created: 0, updated: 1 });
  expect(await leads({ source: { eq: 'Partner' } })).toHaveLength(1);
});

test('closed leads come in as they were, and open ones go by the rules', async () => {
  const user = await world.run(createOperation(objectNamed('user')), { name: 'Cy', email: 'cy@x.example' } as never);
  const action = { kind: 'owner', userId: user.id };
  await world.run(createOperation(routingRule), { name: 'All', action } as never);
  const file = `Email,Status,Disqualified because
won@hist.example,Converted,
lost@hist.example,Disqualified,Too far away
open@hist.example,,
`;
  expect(countsOf(await imported(world, file, options))).toMatchObject({ created: 3, rejected: 0 });
  const [won] = await leads({ email: { eq: 'won@hist.example' } });
  const [lost] = await leads({ email: { eq: 'lost@hist.example' } });
  const [open] = await leads({ email: { eq: 'open@hist.example' } });
  expect(won).toMatchObject({
    status: 'converted',
    closedAt: expect.any(String),
    convertedAt: expect.any(String),
    ownerId: null,
  });
  expect(lost).toMatchObject({ disqualificationReason: 'Too far away', ownerId: null });
  expect(open).toMatchObject({ status: 'assigned', ownerId: user.id });
});
