import { activeUsers } from '#domain/identity';
import { allTerritories, type KnownTerritory, teamSchema } from '#domain/records/territories';
import type { Context } from '#platform/context';
import { type Action, actionSchema, usersOf } from './action.ts';
import { routedFields } from './routed.ts';
import { type Decision, Desk, type DeskTerritory, type Rule, type Subject } from './rules/desk.ts';
import { activeRules, type KnownRule } from './store/routing-rules.ts';
import { holdRouting, keepTurns, turnsOf } from './store/routing-turns.ts';
import { openLeadsOf } from './store/workloads.ts';

/**
 * Decides who gets what, in the order given, by the rules of the workspace. Turns are taken in the transaction of the caller, who must
 * keep what was decided in it: one who routes at the same moment waits for its end, so nobody gets the same turn twice and nobody more
 * than their capacity. What is only tried takes no turn. Where there is no active rule nobody decides: the answer is empty.
 */
export async function routeRecords(
  context: Context,
  subjects: readonly Subject[],
  purpose: 'keep' | 'try' = 'keep',
): Promise<Decision[]> {
  if (subjects.length === 0) return [];
  const rules = (await activeRules(context.sql)).map(parsedRule);
  if (rules.length === 0) return [];
  const shares = rules.some(({ action }) => action.kind !== 'owner');
  if (shares && purpose === 'keep') holdRouting(context.tx);
  const desk = await deskOf(context, rules);
  const decisions = subjects.map((subject) => desk.decide(subject));
  const turns = [...desk.moved].flatMap(([wheelId, standing]) =>
    [...standing].map(([userId, value]) => ({ wheelId, userId, standing: value })),
  );
  if (purpose === 'keep') keepTurns(context.tx, turns);
  return decisions;
}

async function deskOf(context: Context, rules: readonly Rule[]): Promise<Desk> {
  const reader = context.sql;
  const byTerritory = rules.some(({ action }) => action.kind === 'territory');
  const territories = byTerritory ? (await allTerritories(reader)).map(parsedTerritory) : [];
  const wheels = [...rules.filter(({ action }) => action.kind === 'roundRobin'), ...territories].map(({ id }) => id);
  const users = new Set([
    ...rules.flatMap(({ action }) => usersOf(action)),
    ...territories.flatMap(({ members }) => members.map(({ userId }) => userId)),
  ]);
  const [people, open, turns, fields] = await Promise.all([
    activeUsers(reader, [...users]),
    openLeadsOf(reader, counted(rules, territories)),
    wheels.length > 0 ? turnsOf(reader, wheels) : [],
    routedFields(context),
  ]);
  const standings = new Map(
    [...Map.groupBy(turns, ({ wheelId }) => wheelId)].map(([wheelId, some]) => [
      wheelId,
      new Map(some.map(({ userId, standing }) => [userId, standing])),
    ]),
  );
  return new Desk({ rules, territories, people, open, standings, fields });
}

/** The users whose open leads matter: of teams, and those with a capacity. */
function counted(rules: readonly Rule[], territories: readonly DeskTerritory[]): string[] {
  const members = [
    ...rules.flatMap(({ action }) => (action.kind === 'roundRobin' ? action.members : [])),
    ...territories.flatMap((one) => one.members),
  ];
  const limited = members.filter(({ capacity }) => capacity !== undefined).map(({ userId }) => userId);
  return [...new Set([...limited, ...rules.flatMap(({ action }) => (action.kind === 'team' ? action.userIds : []))])];
}

function parsedRule({ action, ...rule }: KnownRule): Rule & { action: Action } {
  return { ...rule, action: actionSchema.parse(action) };
}

function parsedTerritory({ team, ...territory }: KnownTerritory): DeskTerritory {
  return { ...territory, members: team === null ? [] : teamSchema.parse(team) };
}
