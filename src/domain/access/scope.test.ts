import { expect, test } from 'vitest';
import { identityModule } from '#domain/identity';
import { historyModule } from '#domain/records/history';
import type { Actor } from '#platform/actor';
import { sql } from '#platform/database';
import { objectNamed } from '#platform/fields';
import { parseId, publicId } from '#platform/ids';
import { createOperation, getOperation, listOperation, updateOperation } from '#platform/records';
import { accessWorld, kinds } from './access-world.fixture.ts';

const world = await accessWorld();
const { run, person, team, make, reads, writes, listed } = world;
const { contact, account, lead } = kinds;

const createRole = identityModule.operations?.find((one) => one.name === 'roles.create') as never;
const undoChanges = historyModule.operations?.find((one) => one.name === 'changes.undo') as never;
const boss = await person('manager');
const sales = await team({ name: 'Sales', managerId: boss.publicId });
const north = await team({ name: 'North', parentId: sales.id });
const rita = await person('rep', { teamId: north.id });
const ron = await person('rep');
const sub = await person('rep', { managerId: ron.publicId });
const mia = await person('marketing');

const named: Record<string, (name: string) => object> = {
  contact: (name) => ({ firstName: name, email: `${name.toLowerCase()}@scope.example` }),
  account: (name) => ({ name }),
  deal: (name) => ({ name }),
  lead: (name) => ({ firstName: name, email: `${name.toLowerCase()}@lead.example` }),
};

const made: Record<string, Record<string, string>> = {};
for (const [kind, object] of Object.entries(kinds)) {
  const owners = { Ritas: rita.publicId, Rons: ron.publicId, Subs: sub.publicId, Nobodys: undefined };
  made[kind] = {};
  for (const [name, ownerId] of Object.entries(owners))
    made[kind][name] = (await make(object, { ...named[kind]?.(name), ...(ownerId ? { ownerId } : {}) })).id;
}

test.each(Object.entries(kinds))(
  'of every kind, each sees what their role and place let them: %s',
  async (kind, object) => {
    expect(await listed(world.admin, object)).toEqual(['Nobodys', 'Ritas', 'Rons', 'Subs']);
    expect(await listed(rita, object)).toEqual(['Ritas']);
    expect(await listed(ron, object)).toEqual(['Rons']);
    expect(await listed(boss, object)).toEqual(['Nobodys', 'Ritas']);
    expect(await listed(mia, object)).toEqual(['Nobodys', 'Ritas', 'Rons', 'Subs']);
    const ids = made[kind] ?? {};
    expect(await reads(rita, object, ids.Rons ?? '')).toBe('not_allowed');
    expect(await writes(rita, object, ids.Rons ?? '')).toBe('not_allowed');
    expect(await writes(rita, object, ids.Ritas ?? '')).toBe('ok');
    expect(await reads(boss, object, ids.Nobodys ?? '')).toBe('ok');
    expect(await reads(world.stranger, object, ids.Rons ?? '')).toBe('not_found');
    expect(await writes(mia, object, ids.Rons ?? '')).toBe(kind === 'deal' ? 'not_allowed' : 'ok');
  },
);

test('whoever makes a record without saying whose it is owns it; a record that is given away is out of sight', async () => {
  const mine = await make(contact, { firstName: 'Mine' }, rita);
  expect(mine.ownerId).toBe(rita.publicId);
  const given = await run(updateOperation(contact), { id: mine.id, ownerId: ron.publicId } as never, { actor: rita });
  expect(given.ownerId).toBe(ron.publicId);
  expect([await reads(rita, contact, mine.id), await reads(ron, contact, mine.id)]).toEqual(['not_allowed', 'ok']);
});

test('a share opens a record to somebody, a team or a role, to read or to write, until it ends', async () => {
  const share = (values: object) => run(createOperation(objectNamed('share')), values as never);
  const [one, two, three] = [
    await make(account, { name: 'Share one', ownerId: ron.publicId }),
    await make(account, { name: 'Share two', ownerId: ron.publicId }),
    await make(account, { name: 'Share three', ownerId: ron.publicId }),
  ];
  await share({ recordId: one.id, userId: rita.publicId });
  await share({ recordId: two.id, teamId: sales.id, access: 'write' });
  const until = new Date(Date.now() + 1500).toISOString();
  await share({ recordId: three.id, role: 'rep', until });
  const shown = async () => (await listed(rita, account)).filter((name) => name.startsWith('Share'));
  expect(await shown()).toEqual(['Share one', 'Share three', 'Share two']);
  expect([await writes(rita, account, one.id), await writes(rita, account, two.id)]).toEqual(['not_allowed', 'ok']);
  // Whoever may only read a record shares it with nobody, not even more widely with themselves.
  const widen = run(
    createOperation(objectNamed('share')),
    { recordId: one.id, teamId: north.id, access: 'write' } as never,
    { actor: rita },
  );
  await expect(widen).rejects.toMatchObject({ code: 'not_allowed' });
  const { data } = await run(
    listOperation(objectNamed('share')),
    { filter: { recordId: { eq: one.id } } },
    { actor: rita },
  );
  const raise = run(updateOperation(objectNamed('share')), { id: data[0].id, access: 'write' } as never, {
    actor: rita,
  });
  await expect(raise).rejects.toMatchObject({ code: 'not_allowed' });
  await new Promise((resolve) => setTimeout(resolve, 1600));
  expect(await shown()).toEqual(['Share one', 'Share two']);
});

test('nothing tells of a record that is out of reach: no list, count, filter, search, sum, relation', async () => {
  const hidden = await make(account, { name: 'Zanzibar', ownerId: ron.publicId });
  const own = await make(contact, { firstName: 'Own', accountId: hidden.id, ownerId: rita.publicId });
  expect(await listed(rita, account, { filter: { name: { eq: 'Zanzibar' } } })).toEqual([]);
  expect(await listed(rita, account, { sort: '-createdAt' })).not.toContain('Zanzibar');
  expect(JSON.stringify(await make(contact, { firstName: 'X' }, rita))).not.toContain('Zanzibar');
  const seen = await run(getOperation(contact), { id: own.id }, { actor: rita });
  expect(seen.account).toBeNull();
});

test('a lead in a territory is reached by those who look after it', async () => {
  const members = [{ userId: rita.publicId }];
  const { id } = await run(createOperation(objectNamed('territory')), { name: 'South', team: { members } } as never);
  const there = await make(lead, { firstName: 'There', email: 'there@lead.example', ownerId: ron.publicId });
  expect(await reads(rita, lead, there.id)).toBe('not_allowed');
  await world.database.write(world.workspaceId, (tx) =>
    tx.rows(sql`update leads set territory_id = ${parseId('te', id)} where id = ${parseId('ld', there.id)}`),
  );
  expect([await reads(rita, lead, there.id), await writes(rita, lead, there.id)]).toEqual(['ok', 'ok']);
  expect(await listed(rita, lead)).toContain('There');
});

test('somebody who moves to another team sees what is there at once', async () => {
  const nina = await person('rep', { teamId: north.id });
  const { id } = await make(contact, { firstName: 'Moving', ownerId: nina.publicId });
  expect(await reads(boss, contact, id)).toBe('ok');
  await run(updateOperation(objectNamed('user')), { id: nina.publicId, teamId: null } as never);
  expect(await reads(boss, contact, id)).toBe('not_allowed');
});

test('a connection that says nothing of whom it is for reaches nothing, and the next one on it nothing of the last', async () => {
  const client = await world.database.pool.connect();
  try {
    await client.query(`begin; set local app.workspace_id = '${world.workspaceId}'`);
    const { rows } = await client.query('select count(*)::int as contacts from contacts');
    expect(rows).toEqual([{ contacts: 0 }]);
    await client.query('rollback');
  } finally {
    client.release();
  }
  await Promise.all(Array.from({ length: 20 }, (_, index) => listed(index % 2 ? rita : world.admin, account)));
  expect(await listed(rita, account)).not.toContain('Rons');
});

test('a change of what is out of reach is not taken back, nor marked as if it were', async () => {
  const changeSetId = world.ports.ids.next();
  const { id } = await make(account, { name: 'Kept', ownerId: ron.publicId });
  await run(updateOperation(account), { id, name: 'Changed' } as never, { changeSetId });
  const undo = (actor: Actor) => run(undoChanges, { changeSetId: publicId('cs', changeSetId) } as never, { actor });
  await expect(undo(rita)).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await undo(world.admin)).toMatchObject({ undone: 1 });
});

test('a role of the workspace reaches what the one that it is based on reaches', async () => {
  const made = { name: 'team_lead', label: 'Team lead', basedOn: 'manager', permissions: [] };
  await run(createRole, made as never);
  const lead = { ...boss, role: 'team_lead' };
  expect(await listed(lead, account)).toEqual(await listed(boss, account));
  expect(await listed({ ...rita, role: 'nothing_known' }, contact)).toEqual(await listed(rita, contact));
});
