import { z } from 'zod';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { storedObjects } from '../store/objects.ts';

const shown = z.looseObject({
  id: z.string(),
  name: z.string(),
  plural: z.string(),
  label: z.string(),
  prefix: z.string(),
});

export const listObjects = defineOperation({
  name: 'objects.list',
  summary: 'Lists the kinds of record that the workspace has made, and those that can be restored.',
  kind: 'read',
  permission: 'objects:read',
  route: { method: 'GET', path: '/objects' },
  tool: true,
  input: z.strictObject({}),
  output: z.strictObject({ data: z.array(shown), deleted: z.array(shown) }),
  async run(context) {
    const objects = await storedObjects(context.sql);
    const present = objects.map((one) => ({
      ...one,
      id: publicId('ob', one.id),
      deletedAt: one.deletedAt?.toISOString() ?? null,
    }));
    return {
      data: present.filter((one) => one.deletedAt === null),
      deleted: present.filter((one) => one.deletedAt !== null),
    };
  },
});
