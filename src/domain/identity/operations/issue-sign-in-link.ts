import { z } from 'zod';
import { hashToken, newToken } from '#platform/crypto';
import { Problem } from '#platform/errors';
import { defineOperation, missing } from '#platform/operations';
import { signInLinkCreated } from '../events.ts';
import { userId } from '../inputs.ts';
import { grantOfPerson, refuseAboveOwn } from '../reach.ts';
import { tokenPrefixes } from '../rules/tokens.ts';
import { deleteExpiredLinks, insertSignInLink } from '../store/sign-in-links.ts';
import { userById } from '../store/users.ts';

const validMs = 15 * 60_000;

/** Called by the operation and the job that hand a link out; no surface shows it, since its answer is the bare token. */
export const issueSignInLink = defineOperation({
  name: 'users.issueSignInLink',
  summary: 'Makes the token of a one-time sign-in link.',
  kind: 'write',
  permission: 'users:write',
  subject: 'user',
  input: z.strictObject({ id: userId }),
  problems: ['conflict'],
  async run(context, { id }) {
    const { tx, now } = context;
    const user = await userById(tx, id);
    if (!user) throw missing('user', id);
    // A link is as good as being that user.
    refuseAboveOwn(context.actor, await grantOfPerson(tx, user));
    if (user.disabledAt) throw new Problem('conflict', { detail: `${user.name} is disabled. Enable the user first.` });
    const token = newToken(tokenPrefixes.link);
    const expiresAt = new Date(now.getTime() + validMs);
    deleteExpiredLinks(tx, id, now);
    insertSignInLink(tx, { tokenHash: hashToken(token), userId: id, expiresAt });
    context.emit({ type: signInLinkCreated.type, object: 'user', recordIds: [id] });
    return { token, expiresAt: expiresAt.toISOString() };
  },
});
