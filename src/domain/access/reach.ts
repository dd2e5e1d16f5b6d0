import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import type { Reach, ReachLevel } from '#platform/database';
import { provideReach } from '#platform/operations';
import { scopesOf } from './rules/scopes.ts';
import { parsedRules, rulesRow } from './store/access-rules.ts';
import { baseOf, type Place, placeOf } from './store/places.ts';

const nowhere: Place = { teams: [], people: [], territories: [] };

/** What an actor reaches, by the role and the place in the tree of teams; undefined is all of the workspace. */
async function reachOfActor(
  ports: Ports,
  actor: Pick<Actor, 'type' | 'id' | 'role' | 'workspaceId'>,
): Promise<Reach | undefined> {
  if (actor.type === 'system' || actor.role === 'admin') return undefined;
  const reader = ports.database.reader(actor.workspaceId);
  const [rules, places, roles] = await reader.flight([rulesRow, placeOf(actor.id), baseOf(actor.role)]);
  const { scopes: settings } = parsedRules(rules?.[0] as { scopes: unknown; version: number } | undefined);
  const scopes = scopesOf(actor.role, settings, (roles?.[0] as { basedOn: string | null } | undefined)?.basedOn);
  if (!scopes) return undefined;
  const place = (places?.[0] as Place | undefined) ?? nowhere;
  const levels = (deed: 'read' | 'write') =>
    Object.fromEntries(Object.entries(scopes).map(([kind, scope]): [string, ReachLevel] => [kind, scope[deed]]));
  return {
    actor: actor.id,
    maker: actor.type === 'key' ? actor.id : null,
    role: actor.role,
    teams: place.teams,
    territories: place.territories,
    unowned: true,
    owners: { own: [actor.id], team: [actor.id, ...place.people] },
    read: levels('read'),
    write: levels('write'),
  };
}

provideReach(reachOfActor);
