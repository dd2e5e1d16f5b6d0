import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, may, systemActor } from '#platform/actor';
import { covers, type Grant, grantOfKey, grantOfRole, grantOfUser, type StoredRole } from './grants.ts';

const builtIn = (name: string): StoredRole => ({ name, system: true, basedOn: null, permissions: [], denied: [] });
const custom = (role: Partial<StoredRole>): StoredRole => ({ ...builtIn('auditor'), system: false, ...role });
const grant = (permissions: string[], denied: string[] = []): Grant => ({
  permissions: new Set(permissions),
  denied: new Set(denied),
});
const actorOf = (given: Grant): Actor => ({ ...systemActor('w'), ...given });

test('a role that is based on another has what that one has, and more, and less', () => {
  const actor = actorOf(grantOfRole(custom({ basedOn: 'rep', permissions: ['exports:*'], denied: ['deals:write'] })));
  expect(['contacts:write', 'exports:read', 'session:read'].every((one) => may(actor, one))).toBe(true);
  expect(['deals:write', 'users:read'].some((one) => may(actor, one))).toBe(false);
});

test('a role of nothing may still ask who it is; no role at all may nothing', () => {
  expect(may(actorOf(grantOfRole(custom({}))), 'session:read')).toBe(true);
  expect(grantOfRole(undefined).permissions.size).toBe(0);
});

test('a stored row cannot change what a built-in role grants', () => {
  const forged = { ...builtIn('rep'), system: false, permissions: ['*'] };
  expect(may(actorOf(grantOfRole(forged)), 'users:write')).toBe(false);
});

test('a user is granted and denied beside the role, and a denial goes before everything', () => {
  const own = { granted: ['users:read', 'deals:export'], denied: ['deals:*'] };
  const actor = actorOf(grantOfUser(builtIn('rep'), own));
  expect(may(actor, 'users:read')).toBe(true);
  expect(['deals:read', 'deals:export'].some((one) => may(actor, one))).toBe(false);
  expect(may(actorOf(grantOfUser(builtIn('admin'), { granted: [], denied: ['keys:write'] })), 'keys:write')).toBe(
    false,
  );
});

test('scopes narrow a key, and take no denial away', () => {
  const actor = actorOf(grantOfKey(custom({ permissions: ['*'], denied: ['users:*'] }), ['users:read', 'deals:read']));
  expect(may(actor, 'deals:read')).toBe(true);
  expect(['users:read', 'deals:write'].some((one) => may(actor, one))).toBe(false);
});

test('nobody hands out what they do not have, nor what is denied to them', () => {
  expect(covers(grant(['*']), grant(['users:*']))).toBe(true);
  expect(covers(grant(['users:read']), grant(['users:*']))).toBe(false);
  expect(covers(grant(['*'], ['keys:write']), grant(['keys:*']))).toBe(false);
  expect(covers(grant(['*'], ['keys:write']), grant(['keys:*'], ['keys:*']))).toBe(true);
  expect(covers(grant(['*'], ['keys:write']), grant(['deals:*']))).toBe(true);
});

const permission = fc
  .tuple(fc.constantFrom('*', 'deals', 'users'), fc.constantFrom('*', 'read', 'write'))
  .map(([area, action]) => (area === '*' && action === '*' ? '*' : `${area}:${action}`));
const anyGrant = fc
  .tuple(fc.array(permission, { maxLength: 4 }), fc.array(permission, { maxLength: 3 }))
  .map(([permissions, denied]) => grant(permissions, denied));
const singles = ['deals', 'users', 'keys'].flatMap((area) =>
  ['read', 'write', 'export'].map((action) => `${area}:${action}`),
);

test('what may be handed out never reaches beyond who hands it out', () => {
  fc.assert(
    fc.property(anyGrant, anyGrant, (held, wanted) => {
      if (!covers(held, wanted)) return;
      for (const one of singles) if (may(actorOf(wanted), one)) expect(may(actorOf(held), one)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
