import { Secret, TOTP } from 'otpauth';
import type { Actor } from '#platform/actor';
import type { World } from '#platform/testing';
import { createUser } from './operations/create-user.ts';
import { issueSignInLink } from './operations/issue-sign-in-link.ts';
import { beginSecondFactor } from './operations/second-factor/begin-second-factor.ts';
import { confirmMfa } from './operations/second-factor/confirm-second-factor.ts';
import { updateProfile } from './operations/update-profile.ts';
import { permissionsOf } from './rules/roles.ts';
import type { StartedSession } from './session-tokens.ts';
import { signInByLink } from './sign-in.ts';

export const origin = { requestId: 'test', address: '192.0.2.1', userAgent: 'vitest' };

export interface Person extends Actor {
  publicId: string;
  email: string;
}

let made = 0;

/** A user with a role, and the actor that they are. */
export async function personIn(world: World, role: string, by: Actor = world.admin): Promise<Person> {
  const email = `person${++made}@example.com`;
  const user = await world.run(createUser, { email, name: `Person ${made}`, role }, { actor: by });
  const hex = user.id.slice(3);
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  return {
    type: 'user',
    id,
    publicId: user.id,
    email,
    name: user.name,
    workspaceId: by.workspaceId,
    role: user.role,
    permissions: permissionsOf(role),
  };
}

export async function linkFor(world: World, person: Person): Promise<string> {
  return (await world.run(issueSignInLink, { id: person.publicId })).token;
}

export async function signedIn(world: World, person: Person): Promise<StartedSession> {
  return signInByLink(world.ports, await linkFor(world, person), origin);
}

/** What the authenticator of a secret shows at a moment. */
export function codeAt(secret: string, at: Date): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: at.getTime() });
}

/** Sets a second factor up for somebody who is signed in, and gives its secret and recovery codes. */
export async function withSecondFactor(
  world: World,
  actor: Actor,
): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = await world.run(beginSecondFactor, {}, { actor });
  const code = codeAt(secret, world.ports.clock.now());
  const { recoveryCodes } = await world.run(confirmMfa, { code }, { actor });
  return { secret, recoveryCodes };
}

export const goodPassword = 'correct horse battery';

/** Somebody with the password `goodPassword`. */
export async function personWithPassword(world: World, role: string): Promise<Person> {
  const person = await personIn(world, role);
  await world.run(updateProfile, { newPassword: goodPassword }, { actor: person });
  return person;
}
