import { task } from '#domain/records/tasks';
import type { Context } from '#platform/context';
import { createRecords } from '#platform/records';
import type { DemoDeal } from './rules/deals.ts';
import type { DemoLead } from './rules/leads.ts';
import { taskOfDeal, taskOfLead } from './rules/tasks.ts';
import { type TaskBelongings, taskValues } from './rules/values.ts';
import type { Demo } from './store/demos.ts';

interface About {
  leads: readonly { lead: DemoLead; about: TaskBelongings }[];
  deals: readonly { deal: DemoDeal; about: TaskBelongings }[];
}

/** What somebody has to do about these leads and deals. Answers the ids. */
export async function makeTasks(context: Context, { seed, madeFor }: Demo, { leads, deals }: About): Promise<string[]> {
  const some = [
    ...deals.map(({ deal, about }) => ({ one: taskOfDeal(deal, seed, madeFor), about })),
    ...leads.map(({ lead, about }) => ({ one: taskOfLead(lead, seed, madeFor), about })),
  ];
  const sets = some.flatMap(({ one, about }) => (one ? [taskValues(one, about)] : []));
  return (await createRecords(context, task, sets)).map(({ id }) => id);
}
