import { z } from 'zod';
import type { Sql } from '#platform/database';
import { defineOperation, missing } from '#platform/operations';
import { userId } from '../inputs.ts';
import { grantOfUser } from '../rules/grants.ts';
import { permissionsOfUser, roleByName } from '../store/roles.ts';
import { type UserRow, userById } from '../store/users.ts';

/** What a user may do, and why. */
export const userPermissionsOutput = z.object({
  role: z.string(),
  granted: z.array(z.string()).meta({ description: 'What the user may do beside the role.' }),
  denied: z.array(z.string()).meta({ description: 'What the user may not do, whatever the role grants.' }),
  groups: z.array(z.string()).meta({ description: 'Parts of the organisation: hr, finance, support, executive.' }),
  effective: z.object({
    permissions: z.array(z.string()),
    denied: z.array(z.string()).meta({ description: 'By the role and for the user alone: goes before permissions.' }),
  }),
});

export const getUserPermissions = defineOperation({
  name: 'users.getPermissions',
  summary: 'Says what a user may do: by role, and what is granted or denied to the user alone.',
  kind: 'read',
  permission: 'users:read',
  route: { method: 'GET', path: '/users/:id/permissions' },
  positional: ['id'],
  subject: 'user',
  input: z.strictObject({ id: userId }),
  output: userPermissionsOutput,
  async run(context, { id }) {
    const user = await userById(context.sql, id);
    if (!user) throw missing('user', id);
    return shownPermissions(context.sql, user);
  },
});

export async function shownPermissions(sql: Sql, user: UserRow): Promise<z.output<typeof userPermissionsOutput>> {
  const own = await permissionsOfUser(sql, user.id);
  const { permissions, denied } = grantOfUser(await roleByName(sql, user.role), own);
  return {
    role: user.role,
    granted: [...own.granted],
    denied: [...own.denied],
    groups: [...own.groups],
    effective: { permissions: [...permissions].sort(), denied: [...denied].sort() },
  };
}
