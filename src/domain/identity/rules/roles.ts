import { narrowed } from './permissions.ts';

/** What everybody who is signed in may do: see who they are and change their own profile. */
export const everybody: ReadonlySet<string> = new Set(['session:read', 'profile:read', 'profile:write']);

const recordAreas = [
  'contacts',
  'accounts',
  'activities',
  'communications',
  'templates',
  'tasks',
  'leads',
  'deals',
  'records',
];
/** What hangs on records: everybody may make it, and take away what they made themselves. */
const attachedAreas = [
  'relationships',
  'comments',
  'follows',
  'shares',
  'lists',
  'listMembers',
  'files',
  'fileVersions',
  'stakeholders',
  'competitors',
  'lineItems',
];
/** What selling is done by: everybody reads it, managers set it up. */
const setUpAreas = [
  'pipelines',
  'products',
  'currencyRates',
  'territories',
  'routingRules',
  'taskRules',
  'escalationRules',
  'scoringModels',
];
const readAll = [
  'fields:read',
  'objects:read',
  'catalogue:read',
  'changes:read',
  'scoring:read',
  'search:read',
  'events:read',
  'people:read',
];
const workingOnRecords = [
  ...recordAreas.flatMap((area) => [`${area}:read`, `${area}:write`]),
  ...attachedAreas.flatMap((area) => [`${area}:read`, `${area}:write`, `${area}:delete`]),
  ...readAll,
  ...setUpAreas.map((area) => `${area}:read`),
  'teams:read',
  'tags:read',
  'leads:capture',
  'changes:undo',
  'views:*',
  'imports:*',
];

/** The built-in roles as data. Areas that stand nowhere here (users, keys, settings) are the administrator's. */
const granted: Record<string, readonly string[]> = {
  admin: ['*'],
  manager: [
    ...everybody,
    ...workingOnRecords,
    ...[...recordAreas, ...attachedAreas, ...setUpAreas].map((area) => `${area}:*`),
    'tags:*',
    'exports:*',
    'scoring:*',
    'users:read',
  ],
  rep: [...everybody, ...workingOnRecords],
  marketing: [...everybody, ...workingOnRecords, ...recordAreas.map((area) => `${area}:export`), 'exports:*'],
};

export const roles = ['admin', 'manager', 'rep', 'marketing'] as const;
export type Role = (typeof roles)[number];

/** How a role is called by programs. */
export const roleName = /^[a-z][a-z0-9_]{0,59}$/;

const aliases: Record<string, Role> = {
  system_admin: 'admin',
  tenant_admin: 'admin',
  sales_manager: 'manager',
  sales_rep: 'rep',
  marketing_user: 'marketing',
};

/** A role by its name or by another name that it has; undefined when there is none. */
export function roleNamed(name: string): Role | undefined {
  const known = Object.hasOwn(aliases, name) ? aliases[name] : name;
  return roles.find((role) => role === known);
}

const none: ReadonlySet<string> = new Set();
const sets = new Map<string, ReadonlySet<string>>(
  Object.entries(granted).map(([role, permissions]) => [role, new Set(permissions)]),
);

/** What a role grants, narrowed by scopes where there are some. An unknown role grants nothing. Who one is can always be read. */
export function permissionsOf(role: string, scopes?: readonly string[] | null): ReadonlySet<string> {
  const whole = sets.get(roleNamed(role) ?? '') ?? none;
  if (!scopes || whole.size === 0) return whole;
  return new Set(['session:read', ...narrowed(whole, scopes)]);
}
