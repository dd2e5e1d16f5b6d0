import { z } from 'zod';
import type { Context } from '#platform/context';
import { currencyCodes } from '#platform/money';
import { defineOperation } from '#platform/operations';
import { settingsAnswer } from '../answers.ts';
import { forgetCredentials } from '../credential-cache.ts';
import { unknownRole } from '../errors.ts';
import { settingsUpdated } from '../events.ts';
import { plainText, roleInput } from '../inputs.ts';
import { sealPassword } from '../mail-server.ts';
import { isCountryCode, isTimeZone } from '../rules/values.ts';
import { roleRows } from '../store/roles.ts';
import { type StoredMailServer, updateWorkspace, type WorkspaceSettings, workspaceRow } from '../store/workspaces.ts';
import { shownSettings } from './get-settings.ts';

const mailInput = z.strictObject({
  host: z
    .string()
    .max(255)
    .regex(/^[\w.:-]+$/, 'must be the name or address of a host'),
  port: z.number().int().min(1).max(65_535).default(587),
  secure: z
    .boolean()
    .optional()
    .meta({ description: 'TLS from the first byte; else STARTTLS where the server has it.' }),
  user: plainText(255).nullish(),
  password: plainText(1000)
    .nullish()
    .meta({ description: 'Kept sealed, never shown. Left out: stays, as long as host, port and user do.' }),
  from: plainText(320).regex(/^[^\r\n]*[^\s<>@]+@[^\s<>@]+>?$/, 'must be an address, such as Kith <kith@example.com>'),
});

const baseUrlInput = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((value) => !/[?#@\s\\]/.test(value), 'must be an address without a question mark, a hash or a login')
  .transform((value) => value.replace(/\/+$/, ''));

const securityInput = z.strictObject({
  sessionIdleMinutes: z
    .number()
    .int()
    .min(5)
    .max(7 * 24 * 60)
    .optional()
    .meta({ description: 'A session ends after so long without use; 30 unless told.' }),
  secondFactorRoles: z
    .array(roleInput)
    .max(50)
    .optional()
    .meta({ description: 'Whoever has one of these roles may do nothing before they have a second factor.' }),
});

export const updateSettings = defineOperation({
  name: 'workspace.update',
  summary: 'Changes the settings of the workspace: name, base URL, mail server, country, time zone, currency.',
  kind: 'write',
  permission: 'settings:write',
  privileged: true,
  route: { method: 'PATCH', path: '/settings' },
  input: z.strictObject({
    name: plainText(255).trim().min(1).optional(),
    baseUrl: baseUrlInput.nullish(),
    country: z.string().refine(isCountryCode, 'must be an ISO code of two letters, such as DE').nullish(),
    timeZone: z.string().max(100).refine(isTimeZone, 'must be a time zone, such as Europe/Berlin').nullish(),
    currency: z
      .string()
      .refine((code) => currencyCodes.includes(code), 'must be an ISO code of three letters, such as EUR')
      .nullish(),
    security: securityInput.optional(),
    mail: mailInput.nullish(),
  }),
  output: settingsAnswer,
  async run(context, { name, mail, security, ...given }) {
    const stored = await workspaceRow(context.tx, true);
    const set = definedOf(given);
    const settings: WorkspaceSettings = Object.assign({ ...stored.settings }, set);
    if (security?.secondFactorRoles) await refuseUnknownRoles(context, security.secondFactorRoles);
    if (security) settings.security = { ...stored.settings.security, ...definedOf(security) };
    if (mail !== undefined) settings.mail = mail && mailServer(context, mail, stored.settings.mail ?? undefined);
    const fields = [
      ...Object.keys(set),
      ...(security === undefined ? [] : ['security']),
      ...(mail === undefined ? [] : ['mail']),
      ...(name === undefined ? [] : ['name']),
    ];
    if (fields.length > 0) {
      updateWorkspace(context.tx, name ?? stored.name, settings, context.now);
      context.emit({ type: settingsUpdated.type, data: { fields: fields.sort() } });
    }
    context.tx.afterCommit(() => forgetCredentials(context.ports));
    return shownSettings(context, { ...stored, name: name ?? stored.name, settings });
  },
});

async function refuseUnknownRoles({ tx }: Context, roles: readonly string[]): Promise<void> {
  const names = (await roleRows(tx)).map(({ name }) => name);
  if (!roles.every((role) => names.includes(role))) throw unknownRole(names);
}

function definedOf<T extends object>(given: T): Partial<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** The kept password goes to the server that it was given for, and to no other: a new host needs it again. */
function mailServer(
  context: Context,
  given: z.output<typeof mailInput>,
  before: StoredMailServer | undefined,
): StoredMailServer {
  const { password, ...rest } = given;
  const server = { ...rest, secure: given.secure ?? given.port === 465, user: given.user ?? null };
  if (password) return { ...server, ...sealPassword(context.ports, context.workspaceId, password) };
  const isSame =
    before?.host === server.host &&
    before.port === server.port &&
    before.user === server.user &&
    before.secure === server.secure;
  if (password === null || !isSame) return server;
  return { ...server, sealedPassword: before.sealedPassword, wrappedKey: before.wrappedKey };
}
