import { z } from 'zod';
import { idSchema } from '#platform/fields';

const mostTold = 50;

/** Who is told: the owner of the record, to whom that one reports, users (UUIDs once parsed), and everybody who has a role. */
export const tellSchema = z
  .strictObject({
    owner: z.boolean().default(false),
    manager: z.boolean().default(false),
    userIds: z.array(idSchema('user')).max(mostTold).default([]),
    roles: z.array(z.string().max(40)).max(20).default([]),
  })
  .refine(
    ({ owner, manager, userIds, roles }) => owner || manager || userIds.length + roles.length > 0,
    'tells nobody',
  );
export type Tell = z.output<typeof tellSchema>;
