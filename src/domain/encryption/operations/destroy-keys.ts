import { z } from 'zod';
import { destroyWorkspaceKeys } from '#platform/changes';
import { Problem } from '#platform/errors';
import { publicId, tryParseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { keysDestroyed } from '../events.ts';

export const destroyKeys = defineOperation({
  name: 'encryption.destroy',
  summary:
    'Destroys all keys of the workspace for good: its files and the personal values of its history can be read by nobody any more, in backups of the database neither.',
  kind: 'write',
  permission: 'encryption:destroy',
  route: { method: 'POST', path: '/encryption/destroy' },
  input: z.strictObject({
    workspace: z.string().max(60).meta({ description: 'The id of the workspace, so that nobody does it by mistake.' }),
  }),
  output: z.object({ destroyed: z.literal(true) }),
  async run(context, { workspace }) {
    if (tryParseId('ws', workspace) !== context.workspaceId) {
      throw new Problem('validation_failed', {
        detail: `This destroys the keys for good. To do it, name the workspace: ${publicId('ws', context.workspaceId)}`,
        mistakes: [{ path: 'workspace', message: 'is not the id of this workspace' }],
      });
    }
    await destroyWorkspaceKeys(context);
    context.emit({ type: keysDestroyed.type });
    return { destroyed: true as const };
  },
});
