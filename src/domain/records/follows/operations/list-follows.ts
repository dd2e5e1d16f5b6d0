import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { listInput, listRecords } from '#platform/records';
import { follow } from '../fields.ts';

export const listFollows = defineOperation({
  name: 'follows.list',
  summary: 'Lists the records that I follow.',
  kind: 'read',
  permission: 'follows:read',
  route: { method: 'GET', path: '/follows' },
  input: listInput,
  problems: ['unknown_field'],
  run(context, { filter, ...request }) {
    const mine = { userId: { eq: publicId('us', context.actor.id) }, following: { eq: true } };
    return listRecords(context, follow, { ...request, filter: filter === undefined ? mine : { and: [mine, filter] } });
  },
});
