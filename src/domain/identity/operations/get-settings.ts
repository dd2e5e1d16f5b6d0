import { z } from 'zod';
import type { Context } from '#platform/context';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { settingsAnswer } from '../answers.ts';
import { baseUrlOf } from '../mail-server.ts';
import { type WorkspaceRow, workspaceRow } from '../store/workspaces.ts';

export const getSettings = defineOperation({
  name: 'workspace.get',
  summary: 'Gets the settings of the workspace; the password of the mail server is never shown.',
  kind: 'read',
  permission: 'settings:read',
  route: { method: 'GET', path: '/settings' },
  input: z.strictObject({}),
  output: settingsAnswer,
  run: async (context) => shownSettings(context, await workspaceRow(context.sql)),
});

/** Settings as the API shows them; `effective` is what holds, with the environment counted in. */
export function shownSettings(context: Context, { id, name, settings }: WorkspaceRow) {
  const { mail } = settings;
  const fromEnvironment = Boolean(context.ports.identity?.smtpUrl && context.ports.identity.mailFrom);
  return {
    id: publicId('ws', id),
    name,
    baseUrl: settings.baseUrl ?? null,
    country: settings.country ?? null,
    timeZone: settings.timeZone ?? null,
    currency: settings.currency ?? null,
    security: {
      sessionIdleMinutes: settings.security?.sessionIdleMinutes ?? 30,
      secondFactorRoles: settings.security?.secondFactorRoles ?? [],
    },
    mail: mail
      ? {
          host: mail.host,
          port: mail.port,
          secure: mail.secure,
          user: mail.user,
          from: mail.from,
          hasPassword: mail.sealedPassword !== undefined,
        }
      : null,
    effective: {
      baseUrl: baseUrlOf(context.ports, settings),
      mail: fromEnvironment ? 'environment' : mail ? 'settings' : 'none',
    },
  };
}
