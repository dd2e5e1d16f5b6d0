import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { roleDeleted } from '../events.ts';
import { roleId } from '../inputs.ts';
import { refuseAboveOwn } from '../reach.ts';
import { grantOfRole } from '../rules/grants.ts';
import { deleteRole, holdersOf } from '../store/roles.ts';
import { ownRole } from './update-role.ts';

export const removeRole = defineOperation({
  name: 'roles.delete',
  summary: 'Deletes a role that nobody has.',
  kind: 'write',
  permission: 'roles:write',
  privileged: true,
  route: { method: 'DELETE', path: '/roles/:id', status: 204 },
  positional: ['id'],
  input: z.strictObject({ id: roleId }),
  problems: ['conflict'],
  async run(context, { id }) {
    const role = await ownRole(context, id);
    refuseAboveOwn(context.actor, grantOfRole(role));
    const { users, keys } = await holdersOf(context.tx, role.name);
    if (users + keys > 0) {
      throw new Problem('conflict', {
        detail: `${role.label} is the role of ${users} users and ${keys} keys, deleted ones included. Give them another role first.`,
      });
    }
    deleteRole(context.tx, id);
    context.emit({ type: roleDeleted.type, recordIds: [id], data: { name: role.name } });
    return null;
  },
});
