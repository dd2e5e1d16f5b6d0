import { z } from 'zod';
import { defineJob } from '#platform/jobs';
import { execute } from '#platform/operations';
import { mailerOf, signInUrl } from '../mail-server.ts';
import { issueSignInLink } from '../operations/issue-sign-in-link.ts';
import { userById } from '../store/users.ts';
import { workspaceRow } from '../store/workspaces.ts';

/** It makes a link of its own, so that no token lies in the queue. */
export const mailSignInLink = defineJob({
  name: 'identity.mailSignInLink',
  summary: 'Mails a sign-in link to a user.',
  attempts: 4,
  input: z.strictObject({ userId: z.uuid() }),
  async run({ ports, workspaceId, actor, jobId }, { userId }) {
    const reader = ports.database.reader(workspaceId);
    const user = await userById(reader, userId);
    if (!user || user.disabledAt) return;
    const { name, settings } = await workspaceRow(reader);
    const mailer = mailerOf(ports, workspaceId, settings);
    try {
      const call = { actor, surface: 'job', requestId: jobId };
      const { output } = await execute(ports, issueSignInLink, { id: userId }, call);
      await mailer.send({
        to: user.email,
        subject: `Sign in to Kith: ${name.replace(/\s+/g, ' ')}`,
        text: [
          `Hello ${user.name},`,
          `this link signs you in to ${name}, once, within 15 minutes:`,
          signInUrl(ports, settings, output.token),
          'If you did not expect it, ignore this mail.',
        ].join('\n\n'),
        idempotencyKey: `sign-in-${jobId}`,
      });
    } finally {
      mailer.close();
    }
  },
});
