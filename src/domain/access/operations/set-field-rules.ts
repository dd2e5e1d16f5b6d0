import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { alwaysSeen, fieldOf } from '#platform/fields';
import { defineOperation, forgetAccess } from '#platform/operations';
import { customFieldsOf, objectFor } from '#platform/records';
import { nearest } from '#platform/text';
import { fieldRulesChanged } from '../events.ts';
import { type FieldRule, fieldRules } from '../rules/field-rules.ts';
import { accessRules, saveFieldRules } from '../store/access-rules.ts';
import { fieldRulesAnswer, fieldRulesShown } from './get-field-rules.ts';

export const setFieldRules = defineOperation({
  name: 'access.setFieldRules',
  summary:
    'Sets what roles and groups may do with the classes of fields and with single ones; what is left out is as Kith has it.',
  kind: 'write',
  permission: 'access:write',
  privileged: true,
  route: { method: 'PUT', path: '/access/fields' },
  input: fieldRules,
  output: fieldRulesAnswer,
  problems: ['version_changed', 'unknown_field'],
  async run(context, rules) {
    const before = await accessRules(context.tx, 'lock');
    if (context.expectedVersion !== undefined && context.expectedVersion !== before.fieldsVersion)
      throw new Problem('version_changed', {
        detail: `The rules of fields are at version ${before.fieldsVersion} and you have seen version ${context.expectedVersion}. Read them again, then repeat your change.`,
      });
    if (rules.roles?.admin)
      throw new Problem('validation_failed', {
        detail: 'Administrators read and write every field.',
        mistakes: [{ path: 'roles.admin', message: 'cannot be narrowed' }],
      });
    for (const part of ['roles', 'groups'] as const)
      for (const [name, rule] of Object.entries(rules[part] ?? {})) await refuseWrong(context, `${part}.${name}`, rule);
    await saveFieldRules(context.tx, rules, context.actor.id);
    const then = fieldRulesShown(before.fields, 0);
    const now = fieldRulesShown(rules, before.fieldsVersion + 1);
    const changedIn = (part: 'roles' | 'groups') =>
      [...new Set([...Object.keys(then[part]), ...Object.keys(now[part])])]
        .filter((name) => !isDeepStrictEqual(then[part][name], now[part][name]))
        .sort();
    const changed = { roles: changedIn('roles'), groups: changedIn('groups') };
    if (changed.roles.length + changed.groups.length > 0) context.emit({ type: fieldRulesChanged.type, data: changed });
    context.tx.afterCommit(() => forgetAccess(context.ports));
    return now;
  },
});

/** Errors: `unknown_field` for a field that is not there, `validation_failed` for one by which records are known and that is to be kept secret. */
async function refuseWrong(context: Context, where: string, { fields = {} }: FieldRule): Promise<void> {
  for (const [key, access] of Object.entries(fields)) {
    const dot = key.indexOf('.');
    const object = await objectFor(context, key.slice(0, dot));
    const name = key.slice(dot + 1);
    const path = `${where}.fields.${key}`;
    const custom = await customFieldsOf(context, object);
    const field = fieldOf(object, name) ?? custom.get(name);
    if (!field || field.name !== name || key !== `${object.name}.${name}`) {
      const near = nearest(name, [...object.fields.keys(), ...custom.keys()]);
      throw new Problem('unknown_field', {
        detail: `A ${object.name} has no field '${name.slice(0, 60)}'.${near ? ` Did you mean '${object.name}.${near}'?` : ''}`,
        mistakes: [{ path, message: 'there is no such field' }],
      });
    }
    if (!field.custom && alwaysSeen(object).has(name) && (access === 'hidden' || access === 'masked'))
      throw new Problem('validation_failed', {
        detail: `${object.pluralLabel} are known by '${name}': it can be made unwritable, not unseen. Keep the records from the role instead.`,
        mistakes: [{ path, message: 'must be read or write' }],
      });
  }
}
