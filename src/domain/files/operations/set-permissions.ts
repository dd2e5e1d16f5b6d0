import { z } from 'zod';
import { roles } from '#domain/identity';
import { Problem } from '#platform/errors';
import { idSchema, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { getRecord, namesOf, refuseUnseen, updateRecords } from '#platform/records';
import { accesses, file } from '../fields.ts';

export const setPermissions = defineOperation({
  name: 'files.setPermissions',
  summary: 'Says who may read a file: everyone, its owner alone, or users and roles that are listed.',
  kind: 'write',
  permission: 'files:write',
  route: { method: 'PUT', path: '/files/:id/permissions' },
  positional: ['id'],
  subject: 'file',
  input: z.strictObject({
    id: idSchema('file'),
    access: z.enum(accesses),
    userIds: z.array(idSchema('user')).max(200).default([]),
    roles: z.array(z.enum(roles)).max(20).default([]),
  }),
  problems: ['version_changed'],
  answers: file.name,
  async run(context, { id, access, userIds, roles: allowedRoles }) {
    const listed = userIds.length + allowedRoles.length > 0;
    if (listed !== (access === 'listed')) {
      const message = access === 'listed' ? 'names nobody' : 'is for access listed';
      throw new Problem('validation_failed', {
        detail: `userIds and roles ${message}: give them where access is listed, and only there.`,
        mistakes: [{ path: 'userIds', message }],
      });
    }
    const known = await namesOf(context, objectNamed('user'), userIds);
    const unknown = userIds.findIndex((userId) => !known.has(userId));
    if (unknown >= 0) {
      const message = `there is no user ${publicId('us', userIds[unknown] ?? '')} in this workspace`;
      throw new Problem('validation_failed', { detail: message, mistakes: [{ path: `userIds.${unknown}`, message }] });
    }
    const set = {
      access,
      allowedUsers: [...new Set(userIds)].map((userId) => publicId('us', userId)),
      allowedRoles: [...new Set(allowedRoles)],
    };
    await refuseUnseen(context, file, [id]);
    await updateRecords(context, file, [{ id, set, expectedVersion: context.expectedVersion }]);
    return getRecord(context, file, id);
  },
});
