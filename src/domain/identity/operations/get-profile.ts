import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { profileAnswer } from '../answers.ts';
import { type UserRow, userById } from '../store/users.ts';

export const getProfile = defineOperation({
  name: 'profile.get',
  summary: 'Gets the own profile.',
  kind: 'read',
  permission: 'profile:read',
  route: { method: 'GET', path: '/profile' },
  input: z.strictObject({}),
  output: profileAnswer,
  run: async (context) => shownProfile(await ownUser(context)),
});

/** The user who asks. Throws `not_allowed` for keys and programs, which have no profile. */
export async function ownUser(context: Context): Promise<UserRow> {
  const user = context.actor.type === 'user' ? await userById(context.sql, context.actor.id) : undefined;
  if (user) return user;
  throw new Problem('not_allowed', { detail: 'Only people have a profile; an API key has none. Sign in as a user.' });
}

export function shownProfile(user: UserRow) {
  return {
    id: publicId('us', user.id),
    name: user.name,
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    role: user.role,
    hasPassword: user.passwordHash !== null,
    settings: { theme: 'system', timeZone: null, ...user.settings },
    version: user.version,
  };
}
