import { expect, test } from 'vitest';
import type { FieldRules } from '../data/setup/field-rules.ts';
import { withClass, withField } from './rule-changes.ts';

const rules: FieldRules = {
  version: 3,
  groups: {},
  roles: { rep: { classes: { internal: 'write' }, fields: { 'contact.phone': 'masked' } } },
};

test('a class or a field of a role is changed, and everything else stays', () => {
  expect(withClass(rules, 'rep', 'internal', 'read').roles.rep?.classes).toEqual({ internal: 'read' });
  expect(withField(rules, 'manager', 'deal.amount', 'hidden')).toEqual({
    ...rules,
    roles: { ...rules.roles, manager: { classes: {}, fields: { 'deal.amount': 'hidden' } } },
  });
});

test('a field without an access is no exception any more', () => {
  expect(withField(rules, 'rep', 'contact.phone', undefined).roles.rep?.fields).toEqual({});
});
