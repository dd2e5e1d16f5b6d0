import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { countMade } from '../store/demo-chunks.ts';
import { findDemo } from '../store/demos.ts';

const count = z.number().int();

export const getDemo = defineOperation({
  name: 'demo.get',
  summary: 'Tells whether the workspace has a demo, and how far it has come.',
  kind: 'read',
  permission: 'demo:read',
  route: { method: 'GET', path: '/demo' },
  input: z.strictObject({}),
  output: z.object({
    status: z.enum(['none', 'making', 'ready', 'removing']),
    ...{ accounts: count, contacts: count, activities: count, leads: count, deals: count },
    progress: z.number().meta({ description: 'From 0 to 1: of making it, or of taking it away.' }),
    changeSetId: z.string().optional(),
  }),
  async run(context) {
    const demo = await findDemo(context.sql);
    if (!demo)
      return {
        status: 'none' as const,
        accounts: 0,
        contacts: 0,
        activities: 0,
        leads: 0,
        deals: 0,
        products: 0,
        tasks: 0,
        progress: 0,
      };
    const made = await countMade(context.sql, demo.id);
    const wanted = demo.accounts + demo.contacts;
    const there = made.account.records + made.contact.records;
    return {
      status: demo.status,
      accounts: made.account.records,
      contacts: made.contact.records,
      activities: made.activity.records,
      leads: made.lead.records,
      deals: made.deal.records,
      products: made.product.records,
      tasks: made.task.records,
      /** 0 to 1: of making it, or of taking it away. */
      progress: Number((demo.status === 'removing' ? 1 - there / wanted : there / wanted).toFixed(3)),
      changeSetId: publicId('cs', demo.changeSetId),
    };
  },
});
