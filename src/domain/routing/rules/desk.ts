import type { TeamMember } from '#domain/records/territories';
import type { Action } from '../action.ts';
import { conditionText } from './condition-text.ts';
import { type ComparedField, matches } from './matches.ts';
import { nextTurn } from './next-turn.ts';

export interface Rule {
  id: string;
  name: string;
  conditions: unknown;
  action: Action;
}

export interface DeskTerritory {
  id: string;
  name: string;
  match: Readonly<Record<string, readonly string[]>>;
  members: readonly TeamMember[];
}

/** All that routing goes by; users are UUIDs. */
export interface DeskFacts {
  rules: readonly Rule[];
  territories: readonly DeskTerritory[];
  /** Names of the users who may sign in. Others get nothing. */
  people: ReadonlyMap<string, string>;
  /** How many open leads each user holds. */
  open: ReadonlyMap<string, number>;
  /** How the members of a rule or territory stand in its round. */
  standings: ReadonlyMap<string, ReadonlyMap<string, number>>;
  fields: ReadonlyMap<string, ComparedField & { label: string }>;
}

/** What is to be routed. */
export interface Subject {
  values: Readonly<Record<string, unknown>>;
  /** Users who are not to get it, since they have given it back. */
  without?: ReadonlySet<string> | undefined;
}

export interface Decision {
  kind: 'rule' | 'none';
  ownerId: string | null;
  ruleId: string | null;
  territoryId: string | null;
  /** A sentence that says why. */
  because: string;
}

type Choice = { userId: string; territoryId?: string; reason: string };

/** Decides who gets what, one after the other: what one decision changes (open leads, turns) the next one counts with. */
export class Desk {
  /** The rounds that have moved on, by rule or territory. */
  readonly moved = new Map<string, Map<string, number>>();
  readonly #facts: DeskFacts;
  readonly #open: Map<string, number>;

  constructor(facts: DeskFacts) {
    this.#facts = facts;
    this.#open = new Map(facts.open);
  }

  decide(subject: Subject): Decision {
    const { rules, fields } = this.#facts;
    const passed: string[] = [];
    for (const rule of rules) {
      if (!matches(rule.conditions, subject.values, fields)) continue;
      const choice = this.#apply(rule, subject);
      if (typeof choice === 'string') {
        passed.push(`Rule “${rule.name}”: ${choice}`);
        continue;
      }
      const { userId, territoryId = null, reason } = choice;
      this.#open.set(userId, this.#openOf(userId) + 1);
      const asked = conditionText(rule.conditions, (name) => fields.get(name)?.label ?? name);
      const because = [...passed, `Rule “${rule.name}”${asked ? ` (${asked})` : ''}: ${reason}`].join(' ');
      return { kind: 'rule', ownerId: userId, ruleId: rule.id, territoryId, because };
    }
    return { kind: 'none', ownerId: null, ruleId: null, territoryId: null, because: nobody(passed) };
  }

  /** Who a rule gives it to, or why to nobody. */
  #apply({ id, action }: Rule, subject: Subject): Choice | string {
    if (action.kind === 'owner') {
      if (!this.#isThere(action.userId, subject)) return 'its owner cannot take it.';
      return { userId: action.userId, reason: `it goes to ${this.#name(action.userId)}.` };
    }
    if (action.kind === 'team') return this.#leastBusy(action.userIds, subject);
    if (action.kind === 'roundRobin') return this.#turn(id, action.members, subject) ?? 'nobody in it is free.';
    return this.#inTerritory(action.field, subject);
  }

  #leastBusy(userIds: readonly string[], subject: Subject): Choice | string {
    const there = userIds.filter((id) => this.#isThere(id, subject));
    const [first] = there;
    if (!first) return 'nobody in the team is there.';
    const userId = there.reduce((best, id) => (this.#openOf(id) < this.#openOf(best) ? id : best), first);
    return { userId, reason: `${this.#name(userId)} has the fewest open leads of the team (${this.#openOf(userId)}).` };
  }

  #turn(wheelId: string, members: readonly TeamMember[], subject: Subject): Choice | undefined {
    const free = members.filter((one) => this.#isThere(one.userId, subject) && this.#isFree(one));
    const standing = this.moved.get(wheelId) ?? this.#facts.standings.get(wheelId) ?? new Map<string, number>();
    const turn = nextTurn(free, standing);
    if (!turn) return undefined;
    this.moved.set(wheelId, new Map([...standing, ...turn.standing]));
    const { userId } = turn;
    const capacity = free.find((one) => one.userId === userId)?.capacity;
    const load = capacity === undefined ? '' : ` (${this.#openOf(userId)} of ${capacity} open leads)`;
    return { userId, reason: `it is the turn of ${this.#name(userId)}${load}.` };
  }

  #inTerritory(field: string, subject: Subject): Choice | string {
    const label = this.#facts.fields.get(field)?.label ?? field;
    const value = subject.values[field];
    if (value === null || value === undefined || value === '') return `the lead has no ${label.toLowerCase()}.`;
    const wanted = String(value).toLowerCase();
    const territory = this.#facts.territories.find(({ match }) =>
      match[field]?.some((one) => one.toLowerCase() === wanted),
    );
    if (!territory) return `no territory has ${label.toLowerCase()} ${String(value).slice(0, 100)}.`;
    const choice = this.#turn(territory.id, territory.members, subject);
    if (!choice) return `nobody in the territory “${territory.name}” is free.`;
    return { ...choice, territoryId: territory.id, reason: `in the territory “${territory.name}” ${choice.reason}` };
  }

  #isThere(userId: string, { without }: Subject): boolean {
    return this.#facts.people.has(userId) && !without?.has(userId);
  }

  #isFree({ userId, capacity }: TeamMember): boolean {
    return capacity === undefined || this.#openOf(userId) < capacity;
  }

  #openOf(userId: string): number {
    return this.#open.get(userId) ?? 0;
  }

  #name(userId: string): string {
    return this.#facts.people.get(userId) ?? 'somebody';
  }
}

function nobody(passed: readonly string[]): string {
  return passed.length === 0 ? 'No routing rule is for it.' : `${passed.join(' ')} No other rule is for it.`;
}
