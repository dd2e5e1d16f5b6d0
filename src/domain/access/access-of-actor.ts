import type { Actor } from '#platform/actor';
import type { Ports } from '#platform/context';
import type { Reach, ReachLevel } from '#platform/database';
import { type Access, provideAccess } from '#platform/operations';
import { sightOf } from './rules/field-rules.ts';
import { type Scopes, scopesOf } from './rules/scopes.ts';
import { parsedRules, rulesRow, type StoredRow } from './store/access-rules.ts';
import { baseOf, type Place, placeOf } from './store/places.ts';

const nowhere: Place = { teams: [], people: [], territories: [] };

type Somebody = Pick<Actor, 'type' | 'id' | 'role' | 'workspaceId' | 'groups'>;

/** How far an actor comes: by the role, the groups and the place in the tree of teams. */
async function accessOfActor(ports: Ports, actor: Somebody): Promise<Access> {
  if (actor.type === 'system' || actor.role === 'admin') return {};
  const reader = ports.database.reader(actor.workspaceId);
  const [rules, places, roles] = await reader.flight([rulesRow, placeOf(actor.id), baseOf(actor.role)]);
  const settings = parsedRules(rules?.[0] as StoredRow | undefined);
  const base = (roles?.[0] as { basedOn: string | null } | undefined)?.basedOn;
  const sight = sightOf(actor, settings.fields, base);
  const scopes = scopesOf(actor.role, settings.scopes, base);
  if (!scopes) return { sight };
  const place = (places?.[0] as Place | undefined) ?? nowhere;
  return { reach: reachFrom(actor, scopes, place), sight };
}

function reachFrom(actor: Somebody, scopes: Scopes, place: Place): Reach {
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

provideAccess(accessOfActor);
