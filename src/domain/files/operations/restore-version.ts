import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { defineOperation } from '#platform/operations';
import { getRecord, refuseUnseen, updateRecords } from '#platform/records';
import { file } from '../fields.ts';
import { versionOf } from '../store/versions.ts';

export const restoreVersion = defineOperation({
  name: 'files.restoreVersion',
  summary: 'Makes an old version of a file the current one again; no version is lost.',
  kind: 'write',
  permission: 'files:write',
  route: { method: 'POST', path: '/files/:id/versions/:number/restore' },
  positional: ['id', 'number'],
  subject: 'file',
  input: z.strictObject({ id: idSchema('file'), number: z.coerce.number().int().min(1).max(1_000_000) }),
  answers: file.name,
  async run(context, { id, number }) {
    const version = await versionOf(context.sql, id, number);
    if (!version) throw new Problem('not_found', { detail: `This file has no version ${number}.` });
    const { contentType, size, checksum, scan } = version;
    const set = { contentType, size, checksum, scan, versionNumber: number, currentVersionId: version.id };
    await refuseUnseen(context, file, [id]);
    await updateRecords(context, file, [{ id, set, expectedVersion: context.expectedVersion }]);
    return getRecord(context, file, id);
  },
});
