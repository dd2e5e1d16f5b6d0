import { z } from 'zod';
import { roles } from '#domain/identity';
import { defineOperation } from '#platform/operations';
import { type ScopeSettings, scopeSettings, scopesOf } from '../rules/scopes.ts';
import { accessRules } from '../store/access-rules.ts';

/** The scopes of all roles as they hold: what was set, and for the rest what Kith has. */
export const scopesAnswer = scopeSettings.required().extend({ version: z.number().int() });

export function scopesShown(settings: ScopeSettings, version: number): z.output<typeof scopesAnswer> {
  const narrow = [...new Set([...roles, ...Object.keys(settings.roles ?? {})])].filter((role) => role !== 'admin');
  const entries = narrow.map((role) => [role, scopesOf(role, { ...settings, everyone: false }) ?? {}]);
  return { everyone: settings.everyone ?? false, roles: Object.fromEntries(entries), version };
}

export const getScopes = defineOperation({
  name: 'access.getScopes',
  summary: 'Tells how widely each role sees and writes records: none, own, team or all, by kind.',
  kind: 'read',
  permission: 'access:read',
  route: { method: 'GET', path: '/access/scopes' },
  input: z.strictObject({}),
  output: scopesAnswer,
  async run(context) {
    const { scopes, version } = await accessRules(context.sql);
    return scopesShown(scopes, version);
  },
});
