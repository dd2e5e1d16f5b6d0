import { z } from 'zod';
import { Problem } from '#platform/errors';
import { defineOperation, missing } from '#platform/operations';
import { forgetCredentials } from '../credential-cache.ts';
import { permissionsChanged } from '../events.ts';
import { permissionsInput, userId } from '../inputs.ts';
import { grantOfPerson, refuseAboveOwn } from '../reach.ts';
import { permissionsOfUser, setPermissionsOfUser } from '../store/roles.ts';
import { lockAdministrators, userById } from '../store/users.ts';
import { shownPermissions, userPermissionsOutput } from './get-user-permissions.ts';

const groups = ['hr', 'finance', 'support', 'executive'] as const;

export const setUserPermissions = defineOperation({
  name: 'users.setPermissions',
  summary:
    'Grants and denies a user something beside the role, and says which groups they belong to, everywhere within 5 seconds.',
  kind: 'write',
  permission: 'users:write',
  privileged: true,
  route: { method: 'PUT', path: '/users/:id/permissions' },
  positional: ['id'],
  subject: 'user',
  input: z.strictObject({
    id: userId,
    granted: permissionsInput.optional().meta({ description: 'All that shall be granted; left out, it stays.' }),
    denied: permissionsInput.optional().meta({ description: 'All that shall be denied; left out, it stays.' }),
    groups: z
      .array(z.enum(groups))
      .max(groups.length)
      .transform((names) => [...new Set(names)].sort())
      .optional(),
  }),
  output: userPermissionsOutput,
  problems: ['conflict'],
  async run(context, { id, granted, denied, groups: given }) {
    const { tx, now, actor } = context;
    const user = await userById(tx, id);
    if (!user) throw missing('user', id);
    const before = await permissionsOfUser(tx, id);
    const after = {
      granted: granted ?? before.granted,
      denied: denied ?? before.denied,
      groups: given ?? before.groups,
    };
    // Nobody widens or narrows somebody above, nor hands out what they do not have.
    refuseAboveOwn(actor, await grantOfPerson(tx, user));
    refuseAboveOwn(actor, { permissions: new Set(after.granted), denied: new Set(after.denied) });
    const administrators = after.denied.length > 0 ? await lockAdministrators(tx) : [];
    if (administrators.length === 1 && administrators[0] === id)
      throw new Problem('conflict', {
        detail: 'This is the last administrator of the workspace, who must be able to do everything.',
      });
    setPermissionsOfUser(tx, id, after, now, actor.id);
    context.emit({ type: permissionsChanged.type, object: 'user', recordIds: [id] });
    tx.afterCommit(() => forgetCredentials(context.ports));
    return shownPermissions(tx, user);
  },
});
