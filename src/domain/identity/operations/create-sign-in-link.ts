import { z } from 'zod';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { userId } from '../inputs.ts';
import { mailSignInLink } from '../jobs/mail-sign-in-link.ts';
import { mailerOf, signInUrl } from '../mail-server.ts';
import { workspaceRow } from '../store/workspaces.ts';
import { issueSignInLink } from './issue-sign-in-link.ts';

export interface SignInLink {
  /** The page that signs in, with the token. Empty in the answer to a repeated request, since it is not kept. */
  url: string | null;
  expiresAt: string;
  /** Whether the user gets a link by mail as well. */
  mailed: boolean;
}

export const createSignInLink = defineOperation({
  name: 'users.signInLink',
  summary:
    'Makes a link with which a user signs in once, within 15 minutes, and mails one where there is a mail server.',
  kind: 'write',
  permission: 'users:write',
  privileged: true,
  route: { method: 'POST', path: '/users/:id/sign-in-link', status: 201 },
  positional: ['id'],
  subject: 'user',
  input: z.strictObject({
    id: userId,
    mail: z.boolean().default(true).meta({ description: 'false only shows the link.' }),
  }),
  problems: ['conflict'],
  output: z.object({ url: z.string().nullable(), expiresAt: z.unknown(), mailed: z.boolean() }),
  async run(context, { id, mail }): Promise<SignInLink> {
    const { tx, ports } = context;
    const { token, expiresAt } = await context.call(issueSignInLink, { id });
    const { settings } = await workspaceRow(tx);
    const mailed = mail && mailerOf(ports, context.workspaceId, settings).isConfigured;
    if (mailed) addJob(tx, context, mailSignInLink, { userId: id });
    const answer: SignInLink = { url: null, expiresAt, mailed };
    // The answer that is kept for a repeated request is written before the commit: it must not hold the token.
    tx.afterCommit(() => {
      answer.url = signInUrl(ports, settings, token);
    });
    return answer;
  },
});
