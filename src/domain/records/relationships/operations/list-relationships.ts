import { anyIdSchema } from '#platform/fields';
import { defineOperation, RawJson } from '#platform/operations';
import { listInput, listRecords } from '#platform/records';
import { relationship } from '../fields.ts';
import { seenFrom } from '../rules/seen-from.ts';

export const listRelationships = defineOperation({
  name: 'relationships.list',
  summary: 'Lists relationships; with of, those of one record in both directions, with the record at the other end.',
  kind: 'read',
  permission: 'relationships:read',
  route: { method: 'GET', path: '/relationships' },
  tool: true,
  input: listInput.extend({ of: anyIdSchema().optional() }),
  problems: ['unknown_field'],
  async run(context, { of, filter, ...request }) {
    if (of === undefined) return listRecords(context, relationship, { ...request, filter });
    const either = { or: [{ fromId: { eq: of } }, { toId: { eq: of } }] };
    const both = filter === undefined ? either : { and: [either, filter] };
    const page = (await listRecords(context, relationship, { ...request, filter: both })).parse();
    return new RawJson(JSON.stringify(seenFrom(of, page as { data: Record<string, unknown>[] })));
  },
});
