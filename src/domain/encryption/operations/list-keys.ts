import { z } from 'zod';
import { listWorkspaceKeys } from '#platform/changes';
import { defineOperation } from '#platform/operations';

export const listKeys = defineOperation({
  name: 'encryption.keys',
  summary: 'Lists the keys that seal what the workspace keeps, the newest first; never the keys themselves.',
  kind: 'read',
  permission: 'encryption:read',
  route: { method: 'GET', path: '/encryption/keys' },
  input: z.strictObject({}),
  output: z.object({
    data: z.array(
      z.object({
        number: z.int(),
        createdAt: z.string(),
        currentFrom: z.string(),
        state: z.enum(['coming', 'current', 'opens']).meta({
          description: 'It is not used yet; it seals; or it only opens what it has sealed before.',
        }),
      }),
    ),
  }),
  async run({ sql, now }) {
    const keys = await listWorkspaceKeys(sql);
    const current = keys.find((key) => key.currentFrom <= now)?.number ?? keys.at(-1)?.number ?? 0;
    return {
      data: keys.map(({ number, createdAt, currentFrom }) => ({
        number,
        createdAt: createdAt.toISOString(),
        currentFrom: currentFrom.toISOString(),
        state: number > current ? 'coming' : number === current ? 'current' : 'opens',
      })),
    };
  },
});
