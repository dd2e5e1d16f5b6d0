import { expect, test } from 'vitest';
import { historyModule } from '#domain/records/history';
import { sql } from '#platform/database';
import { parseId } from '#platform/ids';
import { testWorld } from '#platform/testing';
import {
  all,
  asOwner,
  begun,
  call,
  countsOf,
  dryAndReal,
  finish,
  imported,
  peopleFile,
  run,
} from './import-fixture.ts';
import { observeImportRows } from './observe-rows.ts';
import { getImport } from './operations/get-import.ts';
import { randomFile } from './random-file.fixture.ts';

const world = await testWorld();

test('two runners at once take each chunk once', async () => {
  const id = await begun(world, peopleFile(3000));
  const runs = await Promise.allSettled([run(world, id), run(world, id)]);
  for (const one of runs) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'not_ready' });
  await finish(world, id);
  expect(await world.run(getImport, { id })).toMatchObject({ status: 'done', rows: 3000, created: 3000 });
  expect(await all(world, 'contacts')).toHaveLength(3000);
});

test('a run that fails in the middle of a chunk goes on with that chunk, and nothing of it is kept twice', async () => {
  const before = (await all(world, 'contacts')).length;
  const id = await begun(world, peopleFile(2500).replaceAll('@example.com', '@again.example'));
  await asOwner(
    world,
    `create function fail() returns trigger language plpgsql as $$ begin
       if new.email = 'p1700@again.example' then raise exception 'gone' using errcode = 'XX000'; end if; return new; end $$`,
    'create trigger fail before insert on contacts for each row execute function fail()',
  );
  await expect(run(world, id)).rejects.toThrow('gone');
  expect(await world.run(getImport, { id })).toMatchObject({ status: 'running', rows: 1000, created: 1000 });
  await asOwner(world, 'drop trigger fail on contacts');
  expect(await finish(world, id)).toMatchObject({ status: 'done', rows: 2500, created: 2500 });
  expect((await all(world, 'contacts')).length - before).toBe(2500);
});

test('a value that the database refuses costs its row only, wherever it stands', async () => {
  await asOwner(world, `alter table contacts add constraint no_mars check (city <> 'Mars')`);
  const bad = new Set([0, 999, 1000, 1500]);
  const file = peopleFile(1600, (index) => (bad.has(index) ? 'Mars' : 'Oslo')).replaceAll(
    '@example.com',
    '@mars.example',
  );
  expect(await imported(world, file)).toMatchObject({ status: 'done', rows: 1600, created: 1596, rejected: 4 });
  const doomed = await imported(world, peopleFile(300, () => 'Mars').replaceAll('@example.com', '@doom.example'));
  expect(doomed).toMatchObject({ status: 'failed', error: /Most rows are refused.*no_mars/, rows: 0 });
  await asOwner(world, 'alter table contacts drop constraint no_mars');
});

test('a file that is gone ends the import with a reason', async () => {
  const id = await begun(world, peopleFile(1));
  const row = await world.database
    .reader(world.workspaceId)
    .first<{ key: string }>(sql`select file_key as key from imports order by created_at desc limit 1`);
  await world.ports.files.remove(row?.key ?? '');
  expect(await finish(world, id)).toMatchObject({ status: 'failed', error: /no file/ });
});

test('taking back an import puts everything back as it was, and can itself be taken back', async () => {
  await imported(world, 'First name,Email,City,Tags\nUna,una@undo.example,Rome,a\nUri,uri@undo.example,,\n');
  const filter = { email: { in: ['una@undo.example', 'uri@undo.example', 'ulf@undo.example'] } };
  const seen = async () =>
    (await all(world, 'contacts', filter)).map(({ firstName, city, tags, account }) => [
      firstName,
      city,
      tags,
      account?.name,
    ]);
  const before = await seen();
  const file = 'First name,Email,City,Tags,Company\nUna,una@undo.example,Oslo,b,Undone Ltd\nUlf,ulf@undo.example,,,\n';
  const { changeSetId, ...one } = await imported(world, file);
  expect(one).toMatchObject({ created: 1, updated: 1, accountsCreated: 1 });
  const after = await seen();
  const undone = await call(world, 'changes.undo', { changeSetId });
  expect(undone).toMatchObject({ status: 'done', undone: 3, kept: [] });
  expect(await seen()).toEqual(before);
  expect(await all(world, 'accounts', { name: { eq: 'Undone Ltd' } })).toEqual([]);
  await call(world, 'changes.undo', { changeSetId: undone.changeSetId });
  expect(await seen()).toEqual(after);
});

test('an import of more than two thousand is taken back by a job, chunk by chunk', async () => {
  await imported(world, 'First name,Email,City\nOld,p7@large.example,Rome\n');
  const before = (await all(world, 'contacts', { email: { eq: 'p7@large.example' } }))[0];
  const one = await imported(world, peopleFile(2300, () => 'Oslo').replaceAll('@example.com', '@large.example'));
  expect(one).toMatchObject({ created: 2299, updated: 1 });
  const undone = await call(world, 'changes.undo', { changeSetId: one.changeSetId });
  expect(undone).toMatchObject({ status: 'running' });
  const [job] = historyModule.jobs ?? [];
  const input = { changeSetId: parseId('cs', one.changeSetId), undoingId: parseId('cs', undone.changeSetId) };
  const { ports, workspaceId, admin: actor } = world;
  await job?.run({ ports, workspaceId, actor, signal: new AbortController().signal, jobId: '1', attempt: 1 }, input);
  const left = (await all(world, 'contacts')).filter(({ email }) => String(email).endsWith('@large.example'));
  expect(left.map(({ version, updatedAt, ...rest }) => rest)).toEqual(
    [before].map(({ version, updatedAt, ...rest }) => rest),
  );
});

test('rows are counted for metrics by what became of them, and not in a dry run', async () => {
  const counted: unknown[] = [];
  observeImportRows((...told) => counted.push(told));
  await dryAndReal(world, 'First name,Email\nMia,mia@example.com\nMia,mia@example.com\n,\nZoe,x\n,x\n');
  expect(counted).toEqual([
    ['contacts', 'created', 2],
    ['contacts', 'merged', 1],
    ['contacts', 'rejected', 1],
  ]);
});

const modes = ['createAndUpdate', 'createOnly', 'updateOnly'] as const;
const keys = ['email', 'phone', 'none'] as const;

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'file %i: a dry run counts as the import does, and the sums add up',
  async (seed) => {
    const mode = modes[seed % 3];
    const matchKey = keys[Math.floor(seed / 3) % 3];
    await imported(world, randomFile(seed + 1000, 40));
    const [dry, real] = await dryAndReal(world, randomFile(seed, seed % 10 === 0 ? 1400 : 60), { mode, matchKey });
    expect(countsOf(real)).toEqual(countsOf(dry));
    const { rows, created, updated, merged, skipped, rejected } = real;
    expect(created + updated + merged + skipped + rejected).toBe(rows);
  },
);
