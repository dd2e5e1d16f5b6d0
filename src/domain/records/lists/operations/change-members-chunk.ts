import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { listIds } from '#platform/records';
import { addMembers, removeMembers, staticList } from '../change-members.ts';

const chunkSize = 1000;

/** What every chunk and the job are given: records of a list by a search and a filter. */
export const memberChange = z.object({
  listId: z.uuid(),
  verb: z.enum(['add', 'remove']),
  q: z.string().optional(),
  filter: z.unknown(),
});

export const changeMembersChunk = defineOperation({
  name: 'lists.changeMembersChunk',
  summary: 'Puts the next thousand records on a list, or takes them off.',
  kind: 'write',
  permission: 'lists:write',
  input: memberChange.extend({ after: z.uuid().optional() }),
  async run(context, { listId, verb, q, filter, after }) {
    const object = await staticList(context, listId);
    const ids = await listIds(context, object, { q, filter }, chunkSize, after);
    const changed =
      verb === 'add' ? await addMembers(context, object, listId, ids) : await removeMembers(context, listId, ids);
    const next = ids.length === chunkSize ? ids.at(-1) : undefined;
    if (next) context.unfinished();
    return { next, changed };
  },
});
