import { z } from 'zod';
import { roles } from '#domain/identity';
import { defineOperation } from '#platform/operations';
import { accesses, classesOf, type FieldRules, privacyClasses } from '../rules/field-rules.ts';
import { accessRules } from '../store/access-rules.ts';

const access = z.enum(accesses);
const fields = z.record(z.string(), access);

/** What all roles may do with fields as it holds: what was set, and for the rest what Kith has. */
export const fieldRulesAnswer = z.object({
  roles: z.record(z.string(), z.object({ classes: z.record(z.enum(privacyClasses), access), fields })),
  groups: z.record(z.string(), z.object({ classes: z.partialRecord(z.enum(privacyClasses), access), fields })),
  version: z.number().int(),
});

export function fieldRulesShown(rules: FieldRules, version: number): z.output<typeof fieldRulesAnswer> {
  const names = [...new Set([...roles, ...Object.keys(rules.roles ?? {})])].filter((role) => role !== 'admin');
  const ofRole = (role: string) => ({ classes: classesOf(role, rules), fields: rules.roles?.[role]?.fields ?? {} });
  const groups = Object.entries(rules.groups ?? {}).map(([name, { classes = {}, fields = {} }]) => [
    name,
    { classes, fields },
  ]);
  return {
    roles: Object.fromEntries(names.map((role) => [role, ofRole(role)])),
    groups: Object.fromEntries(groups),
    version,
  };
}

export const getFieldRules = defineOperation({
  name: 'access.getFieldRules',
  summary:
    'Tells what each role and group may do with the classes of fields and with single ones: hidden, masked, read or write.',
  kind: 'read',
  permission: 'access:read',
  route: { method: 'GET', path: '/access/fields' },
  input: z.strictObject({}),
  output: fieldRulesAnswer,
  async run(context) {
    const { fields: rules, fieldsVersion } = await accessRules(context.sql);
    return fieldRulesShown(rules, fieldsVersion);
  },
});
