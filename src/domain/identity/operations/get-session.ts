import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { sessionOf } from '../authenticate.ts';
import { userById } from '../store/users.ts';
import { workspaceRow } from '../store/workspaces.ts';

export const getSession = defineOperation({
  name: 'session.get',
  summary: 'Says who is asking, in which workspace, and what they may do.',
  kind: 'read',
  permission: 'session:read',
  route: { method: 'GET', path: '/session' },
  input: z.strictObject({}),
  output: z.object({
    user: z.object({
      id: z.string(),
      type: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      role: z.string(),
      hasPassword: z.boolean(),
      secondFactor: z.enum(['needed', 'on', 'off']),
      settings: z.looseObject({}),
    }),
    workspace: z.object({
      id: z.string(),
      name: z.string(),
      country: z.string().nullable(),
      timeZone: z.string().nullable(),
      currency: z.string().nullable(),
    }),
    permissions: z.array(z.string()),
  }),
  async run(context) {
    const { actor } = context;
    const workspace = await workspaceRow(context.sql);
    const user = actor.type === 'user' ? await userById(context.sql, actor.id) : undefined;
    const session = sessionOf(actor);
    const { country = null, timeZone = null, currency = null } = workspace.settings;
    return {
      user: {
        id: publicId(actor.type === 'key' ? 'ak' : actor.type === 'user' ? 'us' : 'ws', actor.id),
        type: actor.type,
        name: user?.name ?? actor.name,
        email: user?.email ?? null,
        role: actor.role,
        hasPassword: Boolean(user?.passwordHash),
        secondFactor: session?.mustEnrol ? 'needed' : session?.hasSecondFactor ? 'on' : 'off',
        settings: user?.settings ?? {},
      },
      workspace: { id: publicId('ws', workspace.id), name: workspace.name, country, timeZone, currency },
      permissions: [...actor.permissions].sort(),
    };
  },
});
