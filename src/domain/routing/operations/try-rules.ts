import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { routeRecords } from '../route-records.ts';

export const tryRules = defineOperation({
  name: 'routingRules.try',
  summary: 'Says who would get a lead with these values, and why; nobody gets anything and no turn is taken.',
  kind: 'read',
  permission: 'routingRules:read',
  route: { method: 'POST', path: '/routing-rules/try' },
  input: z.strictObject({
    values: z
      .record(z.string().max(80), z.unknown())
      .meta({ description: 'Fields of a lead, as {"country":"DE","source":"web"}.' }),
  }),
  output: z.object({
    ownerId: z.string().nullable(),
    ruleId: z.string().nullable(),
    territoryId: z.string().nullable(),
    because: z.string().meta({ description: 'Why, in a sentence.' }),
  }),
  async run(context, { values }) {
    const [decision] = await routeRecords(context, [{ values }], 'try');
    const shown = (prefix: string, id: string | null | undefined) => (id ? publicId(prefix, id) : null);
    return {
      ownerId: shown('us', decision?.ownerId),
      ruleId: shown('rr', decision?.ruleId),
      territoryId: shown('te', decision?.territoryId),
      because: decision?.because ?? 'There is no active routing rule.',
    };
  },
});
