import { expect, test } from 'vitest';
import { fieldRules, sightOf } from './field-rules.ts';

const rules = fieldRules.parse({
  roles: { rep: { classes: { restricted: 'masked' }, fields: { 'contact.phone': 'hidden' } } },
  groups: {
    hr: { classes: { restricted: 'read' }, fields: { 'contact.phone': 'read' } },
    finance: { classes: { restricted: 'hidden' } },
  },
});

test('a group lets its people do more than their role, and takes nothing from them', () => {
  const ofGroups = (...groups: string[]) => sightOf({ role: 'rep', groups: new Set(groups) }, rules);
  expect(ofGroups()).toMatchObject({ classes: { restricted: 'masked' }, fields: { 'contact.phone': 'hidden' } });
  expect(ofGroups('hr', 'finance')).toMatchObject({
    classes: { restricted: 'read' },
    atLeast: { 'contact.phone': 'read' },
  });
  expect(ofGroups('finance')).toMatchObject({ classes: { restricted: 'masked' }, atLeast: {} });
});

test('the same rules are one object, since much is kept by it', () => {
  expect(sightOf({ role: 'rep' }, rules)).toBe(sightOf({ role: 'rep', groups: new Set() }, rules));
});

test('a role of the workspace begins with what the one that it is based on may do; administrators have no bounds', () => {
  expect(sightOf({ role: 'lead' }, rules, 'manager')).toMatchObject({ classes: { confidential: 'write' } });
  expect(sightOf({ role: 'chief' }, rules, 'admin')).toBeUndefined();
});
