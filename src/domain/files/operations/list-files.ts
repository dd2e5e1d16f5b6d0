import { anyIdSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { listInput, listRecords } from '#platform/records';
import { file } from '../fields.ts';

export const listFiles = defineOperation({
  name: 'files.list',
  summary: 'Lists files; with of, those on one record.',
  kind: 'read',
  permission: 'files:read',
  route: { method: 'GET', path: '/files' },
  tool: true,
  input: listInput.extend({ of: anyIdSchema().optional().meta({ description: 'The record that they are on.' }) }),
  problems: ['unknown_field'],
  run(context, { of, filter, ...request }) {
    const about = of === undefined ? undefined : { recordId: { eq: of } };
    const both = about && filter !== undefined ? { and: [about, filter] } : (about ?? filter);
    return listRecords(context, file, { ...request, filter: both });
  },
});
