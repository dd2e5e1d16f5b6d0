import { anyIdSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { listInput, listRecords } from '#platform/records';
import { share } from '../fields.ts';

export const listShares = defineOperation({
  name: 'shares.list',
  summary: 'Lists with whom records are shared; with of, those of one record.',
  kind: 'read',
  permission: 'shares:read',
  route: { method: 'GET', path: '/shares' },
  input: listInput.extend({ of: anyIdSchema().optional().meta({ description: 'The record that is shared.' }) }),
  problems: ['unknown_field'],
  run(context, { of, filter, ...request }) {
    const about = of === undefined ? undefined : { recordId: { eq: of } };
    const both = about && filter !== undefined ? { and: [about, filter] } : (about ?? filter);
    return listRecords(context, share, { ...request, filter: both });
  },
});
