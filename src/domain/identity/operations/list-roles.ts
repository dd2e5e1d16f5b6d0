import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { grantOfRole } from '../rules/grants.ts';
import { type RoleRow, roleRows } from '../store/roles.ts';

/** A role as the API shows it. */
export const roleOutput = z.object({
  id: z.string(),
  name: z.string().meta({ description: 'How programs call it.' }),
  label: z.string(),
  description: z.string(),
  builtIn: z.boolean(),
  basedOn: z.string().nullable().meta({ description: 'The built-in role whose permissions it has as well.' }),
  permissions: z.array(z.string()).meta({ description: 'What it grants beside those.' }),
  denied: z.array(z.string()).meta({ description: 'What it does not grant in any case.' }),
  effective: z.array(z.string()).meta({ description: 'All that it grants; what is denied goes before it.' }),
});

export const listRoles = defineOperation({
  name: 'roles.list',
  summary: 'Lists the roles of the workspace: the built-in ones and those made here, with what they grant.',
  kind: 'read',
  permission: 'roles:read',
  route: { method: 'GET', path: '/roles' },
  input: z.strictObject({}),
  output: z.object({ data: z.array(roleOutput) }),
  run: async (context) => ({ data: (await roleRows(context.sql)).map(shownRole) }),
});

export function shownRole(role: Omit<RoleRow, 'createdAt' | 'updatedAt'>): z.output<typeof roleOutput> {
  const { id, name, label, description, basedOn, permissions, denied, system } = role;
  return {
    id: publicId('ro', id),
    name,
    label,
    description,
    builtIn: system,
    basedOn,
    permissions: [...permissions],
    denied: [...denied],
    effective: [...grantOfRole(role).permissions].sort(),
  };
}
