import { z } from 'zod';
import type { ReachLevel } from '#platform/database';

/** The kinds of record whose reach goes by owner, and those of what people do, which have people of their own. */
const scopedKinds = [
  'contact',
  'account',
  'lead',
  'deal',
  'customRecord',
  'activity',
  'communication',
  'task',
] as const;
type ScopedKind = (typeof scopedKinds)[number];

export interface Scope {
  read: ReachLevel;
  write: ReachLevel;
}

export type Scopes = Readonly<Record<ScopedKind, Scope>>;

const everywhere = (read: ReachLevel, write: ReachLevel): Scopes =>
  Object.fromEntries(scopedKinds.map((kind) => [kind, { read, write }])) as Record<ScopedKind, Scope>;

/** As Kith has it: representatives see their own, managers their team's, marketing reads all and leaves deals alone. */
const shipped: Readonly<Record<string, Scopes>> = {
  manager: everywhere('team', 'team'),
  marketing: { ...everywhere('all', 'all'), deal: { read: 'all', write: 'none' } },
};
const ofOthers = everywhere('own', 'own');

const levels: readonly ReachLevel[] = ['none', 'own', 'team', 'all'];
const level = z.enum(['none', 'own', 'team', 'all']);
const scope = z
  .strictObject({ read: level, write: level })
  .refine(({ read, write }) => levels.indexOf(write) <= levels.indexOf(read), 'may not write more than it reads');

/** What a workspace has set: by role, by kind, how much is read and written. */
export const scopeSettings = z.strictObject({
  everyone: z.boolean().optional().meta({ description: 'Everybody sees and writes every record, whatever the role.' }),
  roles: z
    .record(z.string().regex(/^[a-z][a-z0-9_-]{0,49}$/), z.partialRecord(z.enum(scopedKinds), scope))
    .optional()
    .meta({ description: 'By role and kind of record: none, own, team or all.' }),
});
export type ScopeSettings = z.output<typeof scopeSettings>;

/** The scopes of a role in a workspace, for one of its own those of the role that it is based on; undefined where nothing is kept from it. */
export function scopesOf(role: string, settings: ScopeSettings, basedOn?: string | null): Scopes | undefined {
  const base = basedOn ?? role;
  if (base === 'admin' || settings.everyone) return undefined;
  const known = Object.hasOwn(shipped, base) ? shipped[base] : undefined;
  const set = settings.roles && Object.hasOwn(settings.roles, role) ? settings.roles[role] : undefined;
  return { ...(known ?? ofOthers), ...set } as Scopes;
}
