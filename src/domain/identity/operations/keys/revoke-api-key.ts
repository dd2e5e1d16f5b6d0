import { z } from 'zod';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { forgetCredentials } from '../../credential-cache.ts';
import { keyRevoked } from '../../events.ts';
import { keyId } from '../../inputs.ts';
import { grantOfScopes, refuseAboveOwn } from '../../reach.ts';
import { apiKeyById, revokeKey } from '../../store/api-keys.ts';

export const revokeApiKey = defineOperation({
  name: 'apiKeys.revoke',
  summary: 'Revokes an API key: it stops working, everywhere within 5 seconds, for good.',
  kind: 'write',
  permission: 'keys:write',
  privileged: true,
  route: { method: 'DELETE', path: '/api-keys/:id', status: 204 },
  positional: ['id'],
  input: z.strictObject({ id: keyId }),
  async run(context, { id }) {
    const key = await apiKeyById(context.tx, id);
    if (!key)
      throw new Problem('not_found', { detail: `There is no API key ${publicId('ak', id)} in this workspace.` });
    refuseAboveOwn(context.actor, await grantOfScopes(context.tx, key.role, key.scopes));
    if (await revokeKey(context.tx, id, context.now, context.actor.id)) {
      context.emit({ type: keyRevoked.type, recordIds: [id], data: { role: key.role } });
    }
    context.tx.afterCommit(() => forgetCredentials(context.ports));
    return null;
  },
});
