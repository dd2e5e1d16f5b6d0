import type { FieldAccess, FieldClass, FieldRule, FieldRules } from '../data/setup/field-rules.ts';

const nothing: FieldRule = { classes: {}, fields: {} };

function withRule(rules: FieldRules, role: string, change: (rule: FieldRule) => FieldRule): FieldRules {
  return { ...rules, roles: { ...rules.roles, [role]: change(rules.roles[role] ?? nothing) } };
}

export function withClass(rules: FieldRules, role: string, name: FieldClass, access: FieldAccess): FieldRules {
  return withRule(rules, role, (rule) => ({ ...rule, classes: { ...rule.classes, [name]: access } }));
}

/** The rules with what a role may do with a single field; without an access the field is no exception any more. */
export function withField(rules: FieldRules, role: string, field: string, access: FieldAccess | undefined): FieldRules {
  return withRule(rules, role, (rule) => {
    const { [field]: _, ...fields } = rule.fields;
    return { ...rule, fields: access ? { ...fields, [field]: access } : fields };
  });
}
