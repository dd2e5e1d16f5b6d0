import { z } from 'zod';
import { may } from '#platform/actor';
import { Problem } from '#platform/errors';
import { anyIdSchema, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { namesOf } from '#platform/records';
import { checkedRef, followersOf } from '../follow.ts';

export const listFollowers = defineOperation({
  name: 'follows.followers',
  summary: 'Lists who follows a record, its owner included, and says whether I do.',
  kind: 'read',
  permission: 'follows:read',
  route: { method: 'GET', path: '/follows/of/:recordId' },
  positional: ['recordId'],
  input: z.strictObject({ recordId: anyIdSchema() }),
  output: z.object({
    data: z.array(
      z.object({
        user: z.object({ id: z.string(), name: z.string().nullable() }),
        reason: z.string(),
        since: z.iso.datetime().nullable(),
      }),
    ),
    following: z.boolean().meta({ description: 'Whether I am among them.' }),
  }),
  async run(context, { recordId }) {
    const ref = checkedRef(recordId);
    if (!may(context.actor, `${ref.object.area}:read`))
      throw new Problem('not_allowed', { detail: `This needs the permission ${ref.object.area}:read.` });
    const followers = await followersOf(context, ref);
    if (!followers) throw missing(ref.object.name, ref.id);
    const names = await namesOf(
      context,
      objectNamed('user'),
      followers.map((one) => one.userId),
    );
    return {
      data: followers.map(({ userId, reason, since }) => ({
        user: { id: publicId('us', userId), name: names.get(userId) ?? null },
        reason,
        since: since?.toISOString() ?? null,
      })),
      following: followers.some((one) => one.userId === context.actor.id),
    };
  },
});
