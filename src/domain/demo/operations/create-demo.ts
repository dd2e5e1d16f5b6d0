import '../events.ts';
import { z } from 'zod';
import { firstAdministrator } from '#domain/identity';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { addJob } from '#platform/jobs';
import { defineOperation } from '#platform/operations';
import { makeDemo } from '../jobs/make-demo.ts';
import { insertDemo } from '../store/demos.ts';

/** The same people in every demo, so that pictures and guides hold. */
const seed = 7;
const contactsOfAnAccount = 20 / 3;

export const createDemo = defineOperation({
  name: 'demo.create',
  summary: 'Fills the workspace with believable accounts, contacts, activities, leads and deals, to look around in.',
  kind: 'write',
  permission: 'demo:write',
  route: { method: 'POST', path: '/demo', status: 202 },
  input: z.strictObject({
    contacts: z.coerce
      .number()
      .int()
      .min(1)
      .max(1_000_000)
      .default(2000)
      .meta({ description: 'How many contacts; one account comes with about seven.' }),
  }),
  problems: ['conflict'],
  output: z.object({
    status: z.enum(['making']),
    accounts: z.number().int(),
    contacts: z.number().int(),
    changeSetId: z.string(),
  }),
  async run(context, { contacts }) {
    const accounts = Math.max(1, Math.round(contacts / contactsOfAnAccount));
    const { now, changeSetId, actor } = context;
    // Somebody has to own it: what belongs to nobody is in nobody's day.
    const ownerId = actor.type === 'user' ? actor.id : ((await firstAdministrator(context.tx))?.id ?? null);
    const id = context.ports.ids.next();
    const isFirst = await insertDemo(context, { id, seed, accounts, contacts, madeFor: now, ownerId, changeSetId });
    if (!isFirst)
      throw new Problem('conflict', {
        detail: 'There is a demo in this workspace already. Take it away first (DELETE /demo), then make another.',
      });
    context.unfinished();
    addJob(context.tx, context, makeDemo, {}, { queue: `demo:${context.workspaceId}` });
    return { status: 'making' as const, accounts, contacts, changeSetId: publicId('cs', changeSetId) };
  },
});
