import { expect, test } from 'vitest';
import { activity } from '#domain/records/activities';
import { sql } from '#platform/database';
import { historyWorld } from '../history-world.fixture.ts';
import { listActivityHistory } from './list-activity-history.ts';

const world = await historyWorld();
const { run, code } = world;

test('what was written about somebody is told, and stands sealed even when it is moved away from them', async () => {
  const [person, company] = [await world.makeContact(), await world.makeAccount()];
  const { id } = await world.logActivity({ contactId: person.id, subject: 'Xyzzy' });
  await world.change(activity, { id, subject: 'Hello', contactId: null, accountId: company.id });
  const { data } = await run(listActivityHistory, { id });
  expect(data[0].changes).toEqual(
    expect.arrayContaining([expect.objectContaining({ field: 'subject', before: 'Xyzzy' })]),
  );
  const rows = await world.database
    .reader(world.workspaceId)
    .rows<{ text: string }>(sql`select c::text as text from changes c`);
  expect(rows.map((row) => row.text).join()).not.toContain('Xyzzy');
});

test('it is refused without the permission, with wrong input, and to another workspace', async () => {
  const { id } = await world.logActivity({ contactId: (await world.makeContact()).id });
  expect(await code(run(listActivityHistory, { id }, { actor: world.actorWith('changes:read') }))).toBe('not_allowed');
  expect(await code(run(listActivityHistory, { id, before: 'x' }))).toBe('validation_failed');
  expect(await code(run(listActivityHistory, { id }, { actor: world.stranger }))).toBe('not_found');
});
