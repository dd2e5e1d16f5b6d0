import { z } from 'zod';
import { may } from '#platform/actor';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { listInput, listRecords, objectFor } from '#platform/records';
import { listById } from '../store/members.ts';

export const listMembers = defineOperation({
  name: 'lists.members',
  summary: 'Lists the records on a list, filtered, sorted, searched and counted as any list of their kind.',
  kind: 'read',
  permission: 'lists:read',
  route: { method: 'GET', path: '/lists/:id/members' },
  tool: true,
  positional: ['id'],
  subject: 'list',
  input: listInput.extend({ id: idSchema('list') }),
  problems: ['unknown_field'],
  output: z.object({
    data: z.array(z.looseObject({ id: z.string() })).meta({ description: 'Records of the kind that the list holds.' }),
    page: z.looseObject({ next: z.string().optional() }),
  }),
  async run(context, { id, filter, ...request }) {
    const found = await listById(context.sql, id);
    if (!found) throw missing('list', id);
    const object = await objectFor(context, found.object);
    if (!may(context.actor, `${object.area}:read`))
      throw new Problem('not_allowed', {
        detail: `This list holds ${object.plural}, which needs ${object.area}:read.`,
      });
    const members = { inList: { eq: publicId('li', id) } };
    return listRecords(context, object, {
      ...request,
      filter: filter === undefined ? members : { and: [members, filter] },
    });
  },
});
