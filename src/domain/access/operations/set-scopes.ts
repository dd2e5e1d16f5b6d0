import { isDeepStrictEqual } from 'node:util';
import { Problem } from '#platform/errors';
import { defineOperation, forgetAccess } from '#platform/operations';
import { scopesChanged } from '../events.ts';
import { scopeSettings } from '../rules/scopes.ts';
import { accessRules, saveScopes } from '../store/access-rules.ts';
import { scopesAnswer, scopesShown } from './get-scopes.ts';

export const setScopes = defineOperation({
  name: 'access.setScopes',
  summary: 'Sets how widely each role sees and writes records; what is left out is as Kith has it.',
  kind: 'write',
  permission: 'access:write',
  route: { method: 'PUT', path: '/access/scopes' },
  input: scopeSettings,
  output: scopesAnswer,
  problems: ['version_changed'],
  async run(context, settings) {
    const before = await accessRules(context.tx, 'lock');
    if (context.expectedVersion !== undefined && context.expectedVersion !== before.version)
      throw new Problem('version_changed', {
        detail: `The scopes are at version ${before.version} and you have seen version ${context.expectedVersion}. Read them again, then repeat your change.`,
      });
    if (settings.roles?.admin)
      throw new Problem('validation_failed', {
        detail: 'Administrators see and write everything.',
        mistakes: [{ path: 'roles.admin', message: 'cannot be narrowed' }],
      });
    await saveScopes(context.tx, settings, context.actor.id);
    const then = scopesShown(before.scopes, 0);
    const now = scopesShown(settings, before.version + 1);
    const names = [...new Set([...Object.keys(then.roles), ...Object.keys(now.roles)])];
    const changed = names.filter(
      (role) => then.everyone !== now.everyone || !isDeepStrictEqual(then.roles[role], now.roles[role]),
    );
    if (changed.length > 0) context.emit({ type: scopesChanged.type, data: { roles: changed.sort() } });
    context.tx.afterCommit(() => forgetAccess(context.ports));
    return now;
  },
});
