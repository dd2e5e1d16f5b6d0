/** Who does something: a person, a key (a service account), an agent, or Kith itself. */
export interface Actor {
  type: 'user' | 'key' | 'agent' | 'system';
  /** UUID of the user or key; of the workspace for the system. */
  id: string;
  name: string;
  workspaceId: string;
  role: string;
  /** What the role grants, as `contacts:read`; `*` is everything, `contacts:*` everything with contacts. */
  permissions: ReadonlySet<string>;
  /** Who really sits there, when somebody looks at the app as this actor. */
  impersonator?: { id: string; name: string };
  /** What it may not do in any case, with wildcards as well: goes before what is granted. */
  denied?: ReadonlySet<string>;
  /** Parts of the organisation that it belongs to, such as finance. */
  groups?: ReadonlySet<string>;
}

/** Whether the actor holds `area:action`. */
export function may(actor: Actor, permission: string): boolean {
  return holds(actor.permissions, permission) && !(actor.denied && holds(actor.denied, permission));
}

function holds(held: ReadonlySet<string>, permission: string): boolean {
  if (held.has('*') || held.has(permission)) return true;
  const [area = '', action = ''] = permission.split(':');
  return held.has(`${area}:*`) || held.has(`*:${action}`);
}

/** Kith itself in a workspace: jobs and handlers act as this. */
export function systemActor(workspaceId: string): Actor {
  return { type: 'system', id: workspaceId, name: 'Kith', workspaceId, role: 'system', permissions: new Set(['*']) };
}
