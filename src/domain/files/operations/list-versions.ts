import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { getRecord, listInput, listRecords } from '#platform/records';
import { file, fileVersion } from '../fields.ts';

export const listVersions = defineOperation({
  name: 'files.versions',
  summary: 'Lists the versions of a file.',
  kind: 'read',
  permission: 'files:read',
  route: { method: 'GET', path: '/files/:id/versions' },
  positional: ['id'],
  subject: 'file',
  input: listInput.extend({ id: idSchema('file') }),
  problems: ['unknown_field'],
  answersPage: fileVersion.name,
  async run(context, { id, filter, ...request }) {
    await getRecord(context, file, id, { fields: [] });
    const own = { fileId: { eq: publicId('fi', id) } };
    return listRecords(context, fileVersion, {
      sort: '-number',
      ...request,
      filter: filter === undefined ? own : { and: [own, filter] },
    });
  },
});
