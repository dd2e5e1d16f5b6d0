import '../kind.ts';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { hashPassword, verifyPassword } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { updateRecords } from '#platform/records';
import { profileAnswer } from '../answers.ts';
import { beginAttempt } from '../attempts.ts';
import { sessionOf } from '../authenticate.ts';
import { forgetCredentials } from '../credential-cache.ts';
import { passwordChanged } from '../events.ts';
import { user as userObject } from '../fields.ts';
import { passwordInput, plainText } from '../inputs.ts';
import { isTimeZone } from '../rules/values.ts';
import { deleteChallengesOf } from '../store/challenges.ts';
import { deleteSessionsOf } from '../store/sessions.ts';
import { deleteLinksOf } from '../store/sign-in-links.ts';
import { setPassword, setUserSettings, type UserRow } from '../store/users.ts';
import { ownUser, shownProfile } from './get-profile.ts';

export const updateProfile = defineOperation({
  name: 'profile.update',
  summary: 'Changes the own name, password or settings. A new password signs out all other sessions.',
  kind: 'write',
  permission: 'profile:write',
  route: { method: 'PATCH', path: '/profile' },
  input: z.strictObject({
    name: plainText(511).min(1).optional(),
    firstName: plainText(255).nullish(),
    lastName: plainText(255).nullish(),
    settings: z
      .strictObject({
        theme: z.enum(['system', 'light', 'dark', 'contrast']).optional(),
        timeZone: z.string().max(100).refine(isTimeZone, 'must be a time zone, such as Europe/Berlin').nullish(),
      })
      .optional(),
    oldPassword: passwordInput.optional().meta({ description: 'The password so far, where there is one.' }),
    newPassword: passwordInput.optional(),
  }),
  problems: ['password_unusable', 'rate_limited'],
  output: profileAnswer,
  async run(context, { settings, oldPassword, newPassword, ...names }) {
    const user = await ownUser(context);
    if (newPassword !== undefined) await changePassword(context, user, oldPassword, newPassword);
    if (settings) {
      const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
      setUserSettings(context.tx, user.id, { ...user.settings, ...given });
    }
    const set = Object.fromEntries(Object.entries(names).filter(([, value]) => value !== undefined));
    if (Object.keys(set).length > 0)
      await updateRecords(context, userObject, [{ id: user.id, set, expectedVersion: context.expectedVersion }]);
    return shownProfile(await ownUser(context));
  },
});

async function changePassword(context: Context, user: UserRow, old: string | undefined, wanted: string): Promise<void> {
  if (user.passwordHash !== null) await refuseWrongPassword(context, user.passwordHash, old);
  setPassword(context.tx, user.id, await hashPassword(wanted));
  deleteSessionsOf(context.tx, [user.id], sessionOf(context.actor)?.id);
  deleteChallengesOf(context.tx, [user.id]);
  deleteLinksOf(context.tx, [user.id]);
  context.tx.afterCommit(() => forgetCredentials(context.ports));
  context.emit({ type: passwordChanged.type, object: 'user', recordIds: [user.id] });
}

/** Whoever finds an open session must not be able to guess the password through it either. */
async function refuseWrongPassword(context: Context, hash: string, old: string | undefined): Promise<void> {
  const attempt = beginAttempt(context.ports, `profile ${context.actor.id}`, `profile ${context.actor.id}`);
  if (old !== undefined && (await verifyPassword(old, hash))) return attempt.succeeded();
  const message = old === undefined ? 'is needed to change the password' : 'is not the password so far';
  throw new Problem('validation_failed', {
    detail: `oldPassword: ${message}`,
    mistakes: [{ path: 'oldPassword', message }],
  });
}
