import { z } from 'zod';
import { may } from '#platform/actor';
import { defineOperation } from '#platform/operations';
import { tagUses } from '../store/tag-counts.ts';
import { taggedKinds } from '../store/tags.ts';

export const listTags = defineOperation({
  name: 'tags.list',
  summary: 'Lists the tags of all kinds of record with how many records bear each, the most used first.',
  kind: 'read',
  permission: 'tags:read',
  route: { method: 'GET', path: '/tags' },
  input: z.strictObject({
    q: z
      .string()
      .max(100)
      .refine((text) => !text.includes('\u0000'), 'must not contain NUL characters')
      .default('')
      .meta({ description: 'What they begin with.' }),
    limit: z.coerce.number().int().min(1).max(1000).default(200),
  }),
  output: z.object({
    data: z.array(
      z.object({
        tag: z.string(),
        records: z.number().int(),
        kinds: z.record(z.string(), z.number().int()).meta({ description: 'How many records of each kind bear it.' }),
      }),
    ),
    complete: z.boolean().meta({ description: 'These are all.' }),
  }),
  async run(context, { q, limit }) {
    const kinds = (await taggedKinds(context)).filter((object) => may(context.actor, `${object.area}:read`));
    const tags = await tagUses(context.sql, kinds, { prefix: q, most: limit + 1 });
    return { data: tags.slice(0, limit), complete: tags.length <= limit };
  },
});
