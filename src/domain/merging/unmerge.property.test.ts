import { expect, test } from 'vitest';
import { sql } from '#platform/database';
import type { Answer } from '#platform/testing';
import { mergingWorld } from './merging-world.fixture.ts';

const clusters = process.env.KITH_FULL === '1' ? 1000 : 4;
const world = await mergingWorld();

/** The same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Dice {
  readonly #next: () => number;
  constructor(seed: number) {
    this.#next = seeded(seed);
  }
  upTo(most: number): number {
    return Math.floor(this.#next() * most);
  }
  of<T>(list: readonly T[]): T {
    return list[this.upTo(list.length)] as T;
  }
  chance(share: number): boolean {
    return this.#next() < share;
  }
}

const words = ['Ana', 'Bo', 'Cy', 'Dee', 'Silva', 'Berg', 'CTO', 'Chief', 'Berlin', 'Porto', 'Ulm'];
let serial = 0;

function randomValues(dice: Dice): Record<string, unknown> {
  const values: Record<string, unknown> = { firstName: dice.of(words) };
  const maybe = (name: string, value: unknown) => {
    if (dice.chance(0.5)) values[name] = value;
  };
  maybe('lastName', dice.of(words));
  maybe('email', `p${serial++}@example.com`);
  maybe('otherEmails', [`o${serial++}@example.com`]);
  maybe('phone', `+49309018${String(10 + dice.upTo(80))}`);
  maybe('title', dice.of(words));
  maybe('street', `${dice.of(words)} 1`);
  maybe('city', dice.of(words));
  maybe('tags', [dice.of(words).toLowerCase(), dice.of(words).toLowerCase()]);
  maybe('lifecycleStage', dice.of(['lead', 'mql', 'customer']));
  maybe('gdprConsent', true);
  maybe('leadSource', dice.of(words));
  return values;
}

/** Things that hang on the people, and how they stand to each other. */
async function addReferences(dice: Dice, ids: readonly string[]): Promise<void> {
  const list = await world.make('list', { name: `List ${serial++}`, object: 'contact' });
  const deal = await world.make('deal', { name: `Deal ${serial++}` });
  for (let count = 0; count < 3 + ids.length; count++) {
    const id = dice.of(ids);
    const other = dice.of(ids);
    const kind = dice.upTo(8);
    if (kind === 0) await world.make('activity', { type: 'call', contactId: id });
    if (kind === 1) await world.make('task', { subject: 'Call back', contactId: id });
    if (kind === 2) await world.make('comment', { recordId: id, body: 'Well' });
    if (kind === 3) await world.attempt('follow', { recordId: id, userId: world.userId });
    if (kind === 4) await world.plant('listMember', { listId: list.id, recordId: id });
    if (kind === 5 && id !== other)
      await world.attempt('relationship', { fromId: id, toId: other, type: dice.of(['works_with', 'partner']) });
    if (kind === 6) await world.plant('stakeholder', { dealId: deal.id, contactId: id, role: 'champion' });
    if (kind === 7 && id !== other) await world.code(world.edit(id, { reportsToId: other }));
  }
}

const tables = [
  ['activities', 'contact_id', ''],
  ['tasks', 'contact_id', ''],
  ['comments', 'record_id', ''],
  ['follows', 'record_id', 'following'],
  ['list_members', 'record_id', 'list_id'],
  ['relationships', 'from_id', 'to_id, type'],
  ['deal_stakeholders', 'contact_id', 'deal_id'],
  ['contact_points', 'contact_id', 'kind, key, is_primary'],
] as const;

/** All that is kept of the people of a cluster: their values, and what refers to them. */
async function stateOf(people: readonly string[]): Promise<Record<string, unknown>> {
  const reader = world.database.reader(world.workspaceId);
  const ids = people.map(world.uuid);
  const contacts = await reader.rows<{ row: Record<string, unknown> }>(
    sql`select to_jsonb(c) - '{version,updated_at,updated_by,quality_score,lead_score}'::text[] as row from contacts c where c.id = any(${ids}::uuid[])`,
  );
  const state: Record<string, unknown> = {};
  for (const { row } of contacts)
    state[String(row.id)] = {
      ...row,
      tags: [...(row.tags as string[])].sort(),
      other_emails: [...(row.other_emails as string[])].sort(),
      other_phones: [...(row.other_phones as string[])].sort(),
    };
  for (const [table, reference, more] of tables) {
    const columns = [reference, more, table === 'contact_points' ? '' : 'deleted_at is null as there, id'];
    const rows = await reader.rows(sql`select ${sql.raw(columns.filter(Boolean).join())} from ${sql.table(table)}
      where ${sql.ref(reference)} = any(${ids}::uuid[])`);
    state[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return state;
}

interface Edit {
  id: string;
  set: Record<string, unknown>;
}

function randomEdit(dice: Dice, person: Answer): Edit {
  const kind = dice.upTo(4);
  const set =
    kind === 0
      ? { title: `Edited ${serial++}` }
      : kind === 1
        ? { tags: [...person.tags, `edited${serial++}`] }
        : kind === 2
          ? { city: `Edited ${serial++}` }
          : { phone: `+4930901${String(200 + dice.upTo(700))}` };
  return { id: person.id, set };
}

/** Takes a merge back; what somebody has to decide stays with the winner. */
async function unmerged(id: string): Promise<void> {
  await world.unmerge(id).catch(async (error: { code?: string; members?: { questions: Answer[] } }) => {
    if (error.code !== 'decision_needed') throw error;
    const answers = Object.fromEntries(
      (error.members?.questions ?? []).map(({ key, options }) => [key, options[0].id]),
    );
    await world.unmerge(id, answers);
  });
}

/** What edits of the merged ones have made of the people, as if each had been its own all the time. */
function withEdits(before: Record<string, Answer>, edits: readonly Edit[]): Record<string, unknown> {
  const after = structuredClone(before);
  for (const { id, set } of edits) {
    const row = after[world.uuid(id)];
    for (const [name, value] of Object.entries(set)) {
      if (name === 'tags') row.tags = [...row.tags, (value as string[]).at(-1)].sort();
      else row[name] = value;
    }
  }
  return after;
}

test.each(Array.from({ length: clusters }, (_, seed) => seed + 1))(
  'merging, editing and merging again, then taking all back in any order, leaves what was there, and the edits (cluster %i)',
  async (seed) => {
    const dice = new Dice(seed);
    const ids: string[] = [];
    const size = 2 + dice.upTo(seed % 5 === 0 ? 19 : 7);
    for (let count = 0; count < size; count++) ids.push((await world.person(randomValues(dice))).id);
    await addReferences(dice, ids);
    const before = await stateOf(ids);
    const living = new Set(ids);
    const merges: string[] = [];
    const edits: Edit[] = [];
    while (living.size > 1 && (merges.length === 0 || dice.chance(0.8))) {
      const winnerId = dice.of([...living]);
      const others = [...living].filter((id) => id !== winnerId);
      const members = new Set(Array.from({ length: 1 + dice.upTo(3) }, () => dice.of(others)));
      const fields = dice.chance(0.3) ? { title: dice.of([...members]) } : {};
      const strategy = dice.chance(0.3) ? dice.of(['mostRecent', 'mostComplete', 'keepWinner']) : undefined;
      merges.push((await world.merge([winnerId, ...members], { winnerId, fields, strategy })).id);
      for (const id of members) living.delete(id);
      if (dice.chance(0.5)) {
        const edit = randomEdit(dice, await world.read(dice.of([...living])));
        await world.edit(edit.id, edit.set);
        edits.push(edit);
      }
    }
    while (merges.length > 0) await unmerged(merges.splice(dice.upTo(merges.length), 1)[0] as string);
    const expected = withEdits(before as Record<string, Answer>, edits);
    const phones = edits.some(({ set }) => 'phone' in set);
    const after = await stateOf(ids);
    if (phones) after.contact_points = expected.contact_points;
    expect(after).toEqual(expected);
  },
  60_000,
);
