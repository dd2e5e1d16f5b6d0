import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { mailerOf } from '../mail-server.ts';
import { userById } from '../store/users.ts';
import { workspaceRow } from '../store/workspaces.ts';

/** It writes nothing, and a mail server may take longer than a transaction may stay open: so it is a read. */
export const testMail = defineOperation({
  name: 'workspace.testMail',
  summary: 'Signs in at the mail server, and sends a mail to the one who asks, to see whether it works.',
  kind: 'read',
  permission: 'settings:write',
  route: { method: 'POST', path: '/settings/mail/test' },
  input: z.strictObject({}),
  problems: ['mail_not_configured', 'mail_not_sent'],
  output: z.object({ works: z.boolean(), sentTo: z.string().nullable() }),
  async run(context) {
    const { actor, ports, workspaceId } = context;
    const workspace = await workspaceRow(context.sql);
    const user = actor.type === 'user' ? await userById(context.sql, actor.id) : undefined;
    const mailer = mailerOf(ports, workspaceId, workspace.settings);
    try {
      await mailer.check();
      if (!user) return { works: true, sentTo: null };
      await mailer.send({
        to: user.email,
        subject: 'Kith: your mail server works',
        text: `Hello ${user.name},\n\nthis is the test mail that you asked for in the settings of ${workspace.name}.\n`,
      });
      return { works: true, sentTo: user.email };
    } finally {
      mailer.close();
    }
  },
});
