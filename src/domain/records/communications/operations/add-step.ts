import { z } from 'zod';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { currentValues, updateRecords } from '#platform/records';
import { communication } from '../fields.ts';
import { momentOf, steps } from '../rules/steps.ts';
import { insertLog } from '../store/log.ts';

const longestData = 10_000;

function isStorable(data: Record<string, unknown>): boolean {
  const text = JSON.stringify(data);
  return text.length <= longestData && !text.includes('\\u0000') && text.isWellFormed();
}

export const addStep = defineOperation({
  name: 'communications.addStep',
  summary: 'Notes what became of a communication, such as that it was delivered or opened.',
  kind: 'write',
  permission: 'communications:write',
  route: { method: 'POST', path: '/communications/:id/log', status: 201 },
  positional: ['id', 'step'],
  subject: 'communication',
  input: z.strictObject({
    id: idSchema('communication'),
    step: z.enum(steps).meta({ description: 'What happened to it.' }),
    at: z.iso.datetime({ offset: true }).optional().meta({ description: 'When; now unless told.' }),
    data: z
      .record(z.string().max(100), z.union([z.string(), z.number(), z.boolean(), z.null()]))
      .refine((data) => isStorable(data), `must be at most ${longestData} characters without NUL`)
      .default({})
      .meta({ description: 'What the system that carried it told, such as the answer of a mail server.' }),
  }),
  output: z.object({ communicationId: z.string(), step: z.string(), at: z.iso.datetime(), data: z.unknown() }),
  async run(context, { id, step, at, data }) {
    const before = (await currentValues(context, communication, [id], 'lock')).get(id);
    if (!before || before.deletedAt) throw missing(communication.name, id);
    const moment = new Date(at ?? context.now).toISOString();
    const field = step in momentOf ? momentOf[step as keyof typeof momentOf] : undefined;
    // The first time is a value of the record, whose writing leaves an entry by itself.
    if (field && !before[field])
      await updateRecords(context, communication, [{ id, set: { [field]: moment }, extra: data }]);
    else {
      const entry = { id: context.ports.ids.next(), communicationId: id, step, at: moment, data };
      await insertLog(context.tx, [entry], context.actor.id);
    }
    return { communicationId: publicId(communication.prefix, id), step, at: moment, data };
  },
});
