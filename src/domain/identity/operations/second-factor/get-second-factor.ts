import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { sessionOf } from '../../authenticate.ts';
import { recoveryCodesLeft, secondFactorOf } from '../../store/second-factors.ts';
import { workspaceRow } from '../../store/workspaces.ts';
import { ownUser } from '../get-profile.ts';

export const getSecondFactor = defineOperation({
  name: 'mfa.get',
  summary: 'Says whether one signs in with a second factor, and how many recovery codes are left.',
  kind: 'read',
  permission: 'profile:read',
  route: { method: 'GET', path: '/profile/mfa' },
  input: z.strictObject({}),
  output: z.object({
    enrolledAt: z.iso.datetime().nullable(),
    required: z.boolean().meta({ description: 'Whether the role asks for one.' }),
    recoveryCodesLeft: z.number().int(),
    verifiedAt: z.iso.datetime().nullable().meta({ description: 'When it was last shown in this session.' }),
  }),
  async run(context) {
    const user = await ownUser(context);
    const factor = await secondFactorOf(context.sql, user.id);
    const { security } = (await workspaceRow(context.sql)).settings;
    return {
      enrolledAt: factor?.confirmedAt?.toISOString() ?? null,
      required: security?.secondFactorRoles?.includes(user.role) ?? false,
      recoveryCodesLeft: await recoveryCodesLeft(context.sql, user.id),
      verifiedAt: sessionOf(context.actor)?.verifiedAt?.toISOString() ?? null,
    };
  },
});
