import { expect, test } from 'vitest';
import { coversAll } from './permissions.ts';
import { permissionsOf, roleNamed } from './roles.ts';

test('the longer names of roles are the same roles', () => {
  expect(['system_admin', 'tenant_admin', 'sales_manager', 'sales_rep', 'marketing_user'].map(roleNamed)).toEqual([
    'admin',
    'admin',
    'manager',
    'rep',
    'marketing',
  ]);
});

test('what is no role grants nothing', () => {
  for (const name of ['', 'Admin', 'root', 'constructor', '__proto__', 'toString', 'system']) {
    expect(roleNamed(name)).toBeUndefined();
    expect(permissionsOf(name, ['*']).size).toBe(0);
  }
});

test('users, keys and settings are for administrators alone', () => {
  for (const role of ['manager', 'rep', 'marketing']) {
    for (const permission of ['users:write', 'keys:read', 'keys:write', 'settings:read', 'settings:write'])
      expect(coversAll(permissionsOf(role), [permission])).toBe(false);
  }
  expect(coversAll(permissionsOf('manager'), ['users:read', 'contacts:delete', 'contacts:export'])).toBe(true);
  expect(coversAll(permissionsOf('rep'), ['contacts:write', 'imports:write', 'views:delete'])).toBe(true);
  expect(coversAll(permissionsOf('rep'), ['contacts:delete'])).toBe(false);
  expect(coversAll(permissionsOf('rep'), ['users:read'])).toBe(false);
});

test('a scope beyond the role grants nothing, and who one is can always be read', () => {
  expect([...permissionsOf('rep', ['users:write', 'settings:*', 'contacts:read'])].sort()).toEqual([
    'contacts:read',
    'session:read',
  ]);
  expect(coversAll(permissionsOf('rep', ['*']), ['users:read'])).toBe(false);
});
