import type { Field } from '#platform/fields';
import { type FieldChange, listed, ownAt, ownList, takenOut } from './own-values.ts';
import { type Candidate, type Choices, type Offer, type Survivor, survivorsOf, type Why } from './survivors.ts';

type Values = Readonly<Record<string, unknown>>;

/** A record with the changes of its fields, oldest first. */
export interface Storied {
  id: string;
  values: Values;
  changes: ReadonlyMap<string, readonly FieldChange[]>;
  /** When it was made, in ms since 1970, and how far its source is trusted. */
  createdAt: number;
  trust: number;
}

/** A merge that stands: which records went into the one that stays, and when in its life. */
export interface Standing {
  /** The version that the one that stays had. */
  version: number;
  members: readonly Storied[];
  choices: Choices;
}

export interface Result {
  value: unknown;
  /** The record that the value comes from; undefined for a list of several. */
  from: string | undefined;
  why: Why;
}

/** What a reference means now; undefined when it would point at the record itself. */
export type Resolve = (field: Field, value: unknown) => unknown;

const asIs: Resolve = (_field, value) => value;

const lists = new Set<Field['type']>(['tags', 'multiChoice', 'references']);

const isListed = (field: Field) => lists.has(field.type);

/**
 * The values of a record as its own values, its edits and the merges that stand make them. It is all that merging knows: to merge is to add
 * a merge, to take it back is to leave one out. An edit goes before every merge from before it.
 */
export function foldedValues(
  fields: readonly Field[],
  record: Storied,
  standing: readonly Standing[],
  resolve: Resolve = asIs,
): Map<string, Result> {
  const results = new Map<string, Result>();
  const single = fields.filter((field) => !isListed(field));
  for (const group of Map.groupBy(single, ({ together, name }) => together ?? name).values())
    for (const [name, result] of folded(group, record, standing, resolve)) results.set(name, result);
  for (const field of fields) {
    if (!isListed(field)) continue;
    const main = fields.find(({ further }) => further === field.name);
    results.set(field.name, foldedList(field, main, record, standing, results.get(main?.name ?? '')?.value, resolve));
  }
  return results;
}

/** Fields that go together: each merge chooses among what the record held at that time and what its members bring, and edits follow. */
function folded(fields: readonly Field[], record: Storied, standing: readonly Standing[], resolve: Resolve) {
  let current = new Map<string, Survivor>(
    fields.map((field) => [field.name, { candidate: firstCandidate(field, record, resolve), why: 'onlyOne' }]),
  );
  let since = 0;
  for (const { version, members, choices } of standing) {
    current = edited(fields, record, current, [since, version], resolve);
    since = version;
    const own: Offer = new Map(
      [...current].map(([name, { candidate }]) => [name, { ...candidate, recordId: record.id }]),
    );
    const offers = [own, ...members.map((member) => offerOf(fields, member, resolve))];
    const next = survivorsOf(fields, offers, choices);
    current = new Map([...current].map(([name, before]) => [name, comesFrom(next.get(name), before, record.id)]));
  }
  current = edited(fields, record, current, [since, Number.POSITIVE_INFINITY], resolve);
  return [...current].map(([name, { candidate, why }]): [string, Result] => [
    name,
    { value: candidate.value ?? null, from: candidate.recordId, why },
  ]);
}

/** What people have made of the values between two versions. */
function edited(
  fields: readonly Field[],
  record: Storied,
  current: ReadonlyMap<string, Survivor>,
  [from, to]: readonly [number, number],
  resolve: Resolve,
): Map<string, Survivor> {
  const after = new Map(current);
  for (const field of fields) {
    const edit = changesOf(record, field.name).findLast(
      ({ isEdit, version }) => isEdit && version >= from && version < to,
    );
    if (!edit) continue;
    const { at, trust } = edit;
    const candidate = { recordId: record.id, value: resolve(field, edit.after), at, trust, written: true };
    after.set(field.name, { candidate, why: 'onlyOne' });
  }
  return after;
}

/** What stays may have come from another record before. */
function comesFrom(next: Survivor | undefined, before: Survivor, id: string): Survivor {
  if (!next) return before;
  return next.candidate.recordId === id ? { candidate: before.candidate, why: next.why } : next;
}

const changesOf = ({ changes }: Storied, name: string) => changes.get(name) ?? [];

/** What the record held before anybody changed it. */
function firstCandidate(field: Field, record: Storied, resolve: Resolve): Candidate {
  const changes = changesOf(record, field.name);
  const value = changes.length > 0 ? changes[0]?.before : (record.values[field.name] ?? null);
  return {
    recordId: record.id,
    value: resolve(field, value),
    at: record.createdAt,
    trust: record.trust,
    written: false,
  };
}

function offerOf(fields: readonly Field[], member: Storied, resolve: Resolve): Offer {
  return new Map(
    fields.map((field) => {
      const last = changesOf(member, field.name).at(-1);
      const candidate = {
        recordId: member.id,
        value: resolve(field, member.values[field.name] ?? null),
        at: last?.at ?? member.createdAt,
        trust: last?.trust ?? member.trust,
        written: last !== undefined,
      };
      return [field.name, candidate];
    }),
  );
}

/** A list holds what all bring, but for what somebody has taken out since; and what did not become the value of the field that it is the list of. */
function foldedList(
  field: Field,
  main: Field | undefined,
  record: Storied,
  standing: readonly Standing[],
  mainValue: unknown,
  resolve: Resolve,
): Result {
  const changes = changesOf(record, field.name);
  const ofMain = main ? changesOf(record, main.name) : [];
  const own = ownList(record.values[field.name], changes);
  const all = new Set(own);
  for (const { version, members } of standing) {
    const gone = new Set([...takenOut(changes, version), ...takenOut(ofMain, version)]);
    const brought = members.flatMap(({ values }) => [
      ...(main ? listed(values[main.name]) : []),
      ...listed(values[field.name]),
    ]);
    if (main) brought.unshift(...listed(ownAt(record.values[main.name], ofMain, version)));
    for (const value of brought) if (!gone.has(value)) all.add(value);
  }
  if (main) for (const value of listed(mainValue)) all.delete(value);
  const value = [...new Set([...all].map((one) => resolve(field, one)).filter((one) => one !== undefined))];
  return { value, from: value.length === own.length ? record.id : undefined, why: 'union' };
}
