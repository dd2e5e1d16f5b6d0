import { sql } from '#platform/database';
import { asProblem } from '#platform/errors';
import { type Answer, testWorld, type World } from '#platform/testing';
import { operations } from '../../src/modules.ts';

/** A kind of record: what its operations are called, and what can be written to it. */
interface Written {
  plural: string;
  /** Given with every call of its operations. */
  always?: object;
  make: (world: Books, number: number) => object;
  changes: ((world: Books, number: number) => object)[];
}

const tags = [[], ['vip'], ['vip', 'fair'], ['fair', 'old']];
const tagged = (_: Books, number: number) => ({ tags: tags[number % tags.length] });
const days = ['2026-12-01', '2027-01-15', null];

export const kinds: Record<string, Written> = {
  contact: {
    plural: 'contacts',
    make: (books, number) => ({ firstName: `Person ${number}`, accountId: books.some('account', number) }),
    changes: [
      (_, number) => ({ title: number % 2 ? `Title ${number}` : null }),
      (books, number) => ({ accountId: books.some('account', number) ?? null }),
      (_, number) => ({ customFields: { region: ['north', 'south', null][number % 3] } }),
      tagged,
    ],
  },
  account: {
    plural: 'accounts',
    make: (_, number) => ({ name: `Works ${number}` }),
    changes: [(_, number) => ({ name: `Mill ${number}` }), (_, number) => ({ industry: `Trade ${number}` }), tagged],
  },
  deal: {
    plural: 'deals',
    make: (books, number) => ({
      name: `Deal ${number}`,
      amount: `${number}.50`,
      accountId: books.some('account', number),
    }),
    changes: [
      (_, number) => ({ amount: number % 4 ? `${number}.07` : null }),
      (books, number) => ({ accountId: books.some('account', number) ?? null }),
      (_, number) => ({ closeDate: days[number % days.length], probability: number }),
      (books, number) => ({ stage: books.stages[number % books.stages.length], lostReason: 'Price' }),
      tagged,
    ],
  },
  lead: {
    plural: 'leads',
    make: (_, number) => ({ firstName: 'Lena', lastName: `Lead ${number}`, email: `lead${number}@example.com` }),
    changes: [(_, number) => ({ source: `Fair ${number}` }), tagged],
  },
  task: {
    plural: 'tasks',
    make: (books, number) => ({ subject: `Do ${number}`, contactId: books.some('contact', number) }),
    changes: [
      (_, number) => ({ subject: `Do it ${number}` }),
      (_, number) => ({ priority: number % 2 ? 'high' : 'low' }),
    ],
  },
  activity: {
    plural: 'activities',
    make: (books, number) => ({ type: 'note', subject: `Note ${number}`, contactId: books.some('contact', number) }),
    changes: [(_, number) => ({ subject: `Noted ${number}` }), (_, number) => ({ durationMinutes: number })],
  },
  relationship: {
    plural: 'relationships',
    make: (books, number) => ({
      fromId: books.some('contact', number),
      toId: books.some('account', number),
      type: 'custom',
      label: `knows ${number}`,
    }),
    changes: [(_, number) => ({ strength: number }), (_, number) => ({ notes: `Since ${number}` })],
  },
  planet: {
    plural: 'records',
    always: { object: 'planet' },
    make: (_, number) => ({ name: `Planet ${number}`, customFields: { moons: number } }),
    changes: [
      (_, number) => ({ name: `World ${number}` }),
      (_, number) => ({ customFields: { moons: number % 3 ? number : null } }),
      tagged,
    ],
  },
};

/** What is remembered of a record at a moment: as it was read then; null where it was not there. */
interface Memory {
  kind: string;
  id: string;
  at: string;
  state: Answer | null;
}

/** A workspace with fields and a kind of its own, and what a sequence of operations did in it. */
export interface Books extends World {
  stages: string[];
  /** Forgets what the last sequence did, and begins a new one with an account and somebody there. */
  begin(): Promise<void>;
  /** A record of a kind by any number; undefined where there is none. */
  some(kind: string, number: number): string | undefined;
  all(kind: string): readonly string[];
  call(name: string, input: object): Promise<Answer>;
  /** Does something a minute later; keeps its change set, unless it was refused. */
  step(act: () => Promise<unknown>): Promise<void>;
  add(kind: string, number: number): Promise<void>;
  /** Makes a deal of a lead. */
  convert(which: number, amount: string): Promise<void>;
  sets: string[];
  read(kind: string, id: string, asOf?: string): Promise<Answer | null>;
  /** Reads all records, and remembers them as they are now. */
  remember(): Promise<void>;
  memories: Memory[];
}

export async function openBooks(): Promise<Books> {
  let now = new Date('2026-11-02T09:00:00.000Z');
  const world = await testWorld({ clock: { now: () => now } });
  const reader = world.database.reader(world.workspaceId);
  const call = (name: string, input: object): Promise<Answer> =>
    world.run(operations.get(name) as never, input as never);
  await call('workspace.update', { currency: 'EUR' });
  await call('fields.create', { object: 'contact', name: 'region', label: 'Region', type: 'text' });
  const rollup = { object: 'deal', by: 'accountId' };
  const add = (name: string, more: object) =>
    call('fields.create', { object: 'account', name, label: name, type: 'rollup', rollup: { ...rollup, ...more } });
  await add('deals', { function: 'count' });
  await add('worth', { function: 'sum', of: 'amount' });
  await add('largest', { function: 'max', of: 'amount', filter: { status: { eq: 'open' } } });
  await call('objects.create', { name: 'planet', label: 'Planet' });
  await call('fields.create', { object: 'planet', name: 'moons', label: 'Moons', type: 'number' });
  const records = new Map<string, string[]>();
  const known = (kind: string, id: string | null) => {
    const ids = records.get(kind) ?? [];
    if (id && !ids.includes(id)) records.set(kind, [...ids, id]);
  };
  const lastSet = async () => {
    const [row] = await reader.rows<{ id: string }>(
      sql`select 'cs_' || replace(id::text, '-', '') as id from change_sets order by id desc limit 1`,
    );
    return row?.id;
  };
  const books: Books = {
    ...world,
    stages: ['Qualification', 'Discovery', 'Proposal', 'Closed Won', 'Closed Lost'],
    call,
    sets: [],
    memories: [],
    async begin() {
      records.clear();
      books.sets.length = 0;
      books.memories.length = 0;
      for (const kind of ['account', 'contact']) await books.step(() => books.add(kind, 1));
    },
    all: (kind) => records.get(kind) ?? [],
    some(kind, number) {
      const ids = books.all(kind);
      return ids[number % ids.length];
    },
    async step(act) {
      now = new Date(now.getTime() + 60_000);
      const before = await lastSet();
      try {
        await act();
      } catch (error) {
        // Refusals are right; that something broke is not.
        const { status, message } = asProblem(error);
        if (status >= 500) throw new Error(`It broke: ${message}`, { cause: error });
      }
      const set = await lastSet();
      if (set && set !== before) books.sets.push(set);
    },
    async add(kind, number) {
      const { plural, always = {}, make } = kinds[kind] as Written;
      const { id } = await call(`${plural}.create`, { ...always, ...make(books, number) });
      known(kind, id);
    },
    async convert(which, amount) {
      const id = books.some('lead', which) ?? 'none';
      const { dealId, contactId, accountId } = await call('leads.convert', { id, amount, currency: 'EUR' });
      known('deal', dealId);
      known('contact', contactId);
      known('account', accountId);
    },
    async read(kind, id, asOf) {
      const { plural, always = {} } = kinds[kind] as Written;
      try {
        return await call(`${plural}.get`, { ...always, id, ...(asOf ? { asOf } : {}) });
      } catch (error) {
        if (asProblem(error).code === 'not_found') return null;
        throw error;
      }
    },
    async remember() {
      const at = new Date(now.getTime() + 30_000).toISOString();
      for (const [kind, ids] of records)
        for (const id of ids) books.memories.push({ kind, id, at, state: await books.read(kind, id) });
    },
  };
  return books;
}
