import { anyIdSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { listInput, listRecords } from '#platform/records';
import { comment } from '../fields.ts';

export const listComments = defineOperation({
  name: 'comments.list',
  summary: 'Lists comments; with of, those on one record.',
  kind: 'read',
  permission: 'comments:read',
  route: { method: 'GET', path: '/comments' },
  tool: true,
  input: listInput.extend({ of: anyIdSchema().optional().meta({ description: 'The record that they are about.' }) }),
  problems: ['unknown_field'],
  run(context, { of, filter, ...request }) {
    const about = of === undefined ? undefined : { recordId: { eq: of } };
    const both = about && filter !== undefined ? { and: [about, filter] } : (about ?? filter);
    return listRecords(context, comment, { ...request, filter: both });
  },
});
