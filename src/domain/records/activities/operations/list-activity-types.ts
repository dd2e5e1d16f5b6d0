import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { activityType, activityTypes } from '../fields.ts';
import { ownTypes } from '../store/types.ts';

export const listActivityTypes = defineOperation({
  name: 'activityTypes.list',
  summary: 'Lists the types of activity: those that Kith knows, then those that the workspace has added.',
  kind: 'read',
  permission: 'activities:read',
  route: { method: 'GET', path: '/activity-types' },
  input: z.strictObject({}),
  output: z.object({
    data: z.array(
      z.looseObject({
        id: z.string().nullable().meta({ description: 'Null for the types that every workspace has.' }),
        name: z.string(),
        label: z.string(),
        description: z.string().nullable(),
        own: z.boolean(),
      }),
    ),
  }),
  async run(context) {
    const own = await ownTypes(context.sql);
    const known = activityTypes.map((name) => ({
      id: null,
      name,
      label: labelOf(name),
      description: null,
      own: false,
    }));
    return {
      data: [...known, ...own.map((one) => ({ ...one, id: publicId(activityType.prefix, one.id), own: true }))],
    };
  },
});

/** `pricing_page_view` → `Pricing page view` */
function labelOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return name === 'sms' ? 'SMS' : words.charAt(0).toUpperCase() + words.slice(1);
}
