import { z } from 'zod';
import type { Values } from '#platform/changes';
import type { Context } from '#platform/context';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { checkedValues, createRecords } from '#platform/records';
import { activity } from '../fields.ts';
import { links } from '../links.ts';
import { logActivity } from './log-activity.ts';

const mostAtOnce = 1000;

export const logActivities = defineOperation({
  name: 'activities.logMany',
  summary: 'Logs up to 1,000 activities in one change set: all of them, or none.',
  kind: 'write',
  permission: 'activities:write',
  route: { method: 'POST', path: '/activities/bulk', status: 201 },
  input: z.strictObject({ activities: z.array(logActivity.input).min(1).max(mostAtOnce) }),
  output: z.object({ changeSetId: z.string(), logged: z.number().int(), ids: z.array(z.string()) }),
  async run(context, { activities }) {
    const sets = await Promise.all(activities.map((input) => withoutUsers(context, input as Values)));
    await checkUsers(context, activities as Values[]);
    const written = await createRecords(context, activity, sets);
    return {
      changeSetId: publicId('cs', context.changeSetId),
      logged: written.length,
      ids: written.map((one) => publicId(activity.prefix, one.id)),
    };
  },
});

/** References are looked up for all activities together: the kind does so for the records that they stand with, `checkUsers` for users. */
const lookedUpTogether = [...links, 'ownerId', 'assignedToId'];

async function withoutUsers(context: Context, input: Values): Promise<Values> {
  const references = Object.fromEntries(
    lookedUpTogether.flatMap((name) => (name in input ? [[name, input[name]]] : [])),
  );
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !lookedUpTogether.includes(name)));
  return { ...(await checkedValues(context, activity, rest, { whole: true })), ...references };
}

async function checkUsers(context: Context, inputs: readonly Values[]): Promise<void> {
  for (const name of ['ownerId', 'assignedToId'])
    for (const id of new Set(inputs.map((input) => input[name]).filter(Boolean)))
      await checkedValues(context, activity, { [name]: id });
}
