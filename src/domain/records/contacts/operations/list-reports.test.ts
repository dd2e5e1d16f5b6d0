import { expect, test } from 'vitest';
import { contactsWorld } from '../contacts-world.fixture.ts';
import { listReports } from './list-reports.ts';

const world = await contactsWorld();
const { run, make, refuses } = world;

test('those who report to somebody are listed, as any list is', async () => {
  const boss = await make();
  for (const firstName of ['Bo', 'Cy']) await make({ firstName, reportsToId: boss.id });
  const { data, page } = await run(listReports, { id: boss.id, sort: '-name', limit: 1, count: 'exact' });
  expect([data[0].firstName, page.total]).toEqual(['Cy', 2]);
  expect((await run(listReports, { id: boss.id, filter: { firstName: { eq: 'Bo' } } })).data).toHaveLength(1);
  expect((await run(listReports, { id: data[0].id })).data).toEqual([]);
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  await refuses(listReports, { id: (await make()).id });
});
