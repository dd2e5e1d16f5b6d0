import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { forgetCredentials } from '../credential-cache.ts';
import { roleUpdated } from '../events.ts';
import { roleId } from '../inputs.ts';
import { refuseAboveOwn } from '../reach.ts';
import { grantOfRole } from '../rules/grants.ts';
import { lockRole, type RoleRow, updateRole } from '../store/roles.ts';
import { roleFields } from './create-role.ts';
import { roleOutput, shownRole } from './list-roles.ts';

export const changeRole = defineOperation({
  name: 'roles.update',
  summary:
    'Changes what a role grants, for all who have it, everywhere within 5 seconds. Built-in roles stay as they are.',
  kind: 'write',
  permission: 'roles:write',
  privileged: true,
  route: { method: 'PATCH', path: '/roles/:id' },
  positional: ['id'],
  input: z.strictObject({
    id: roleId,
    label: roleFields.label.optional(),
    description: roleFields.description.optional(),
    basedOn: roleFields.basedOn.optional(),
    permissions: roleFields.permissions.optional(),
    denied: roleFields.denied.optional(),
  }),
  output: roleOutput,
  problems: ['conflict'],
  async run(context, { id, ...given }) {
    const before = await ownRole(context, id);
    const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const after: RoleRow = { ...before, ...set };
    // Neither may reach above: taking something away from those above is as good as being above them.
    for (const role of [before, after]) refuseAboveOwn(context.actor, grantOfRole(role));
    updateRole(context.tx, after, context.now, context.actor.id);
    context.emit({ type: roleUpdated.type, recordIds: [id], data: { name: after.name } });
    context.tx.afterCommit(() => forgetCredentials(context.ports));
    return shownRole(after);
  },
});

/** A role that was made here, locked. Throws `not_found`, and `conflict` for a built-in one. */
export async function ownRole(context: Context, id: string): Promise<RoleRow> {
  const role = await lockRole(context.tx, id);
  if (!role) throw new Problem('not_found', { detail: `There is no role ${publicId('ro', id)} in this workspace.` });
  if (!role.system) return role;
  throw new Problem('conflict', {
    detail: `${role.label} is built in and stays as it is. Make a role that is based on it, and change that one.`,
  });
}
