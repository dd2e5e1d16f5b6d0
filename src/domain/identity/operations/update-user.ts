import '../kind.ts';
import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { checkedValues, getRecord, updateRecords } from '#platform/records';
import { user } from '../fields.ts';
import { emailInput, placeInput, plainText, roleInput, userId } from '../inputs.ts';
import { refusingTakenEmail } from './create-user.ts';

export const updateUser = defineOperation({
  name: 'users.update',
  summary: "Changes a user's name, address, role or place, or disables them, which signs them out everywhere.",
  kind: 'write',
  permission: 'users:write',
  privileged: true,
  route: { method: 'PATCH', path: '/users/:id' },
  positional: ['id'],
  subject: 'user',
  input: z.strictObject({
    id: userId,
    email: emailInput.optional(),
    name: plainText(511).nullish(),
    firstName: plainText(255).nullish(),
    lastName: plainText(255).nullish(),
    role: roleInput.optional(),
    ...placeInput,
    disabled: z.boolean().optional().meta({ description: 'true keeps the user out; false lets them in again.' }),
  }),
  problems: ['already_known', 'conflict', 'version_changed'],
  async run(context, { id, disabled, ...given }) {
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const set = await checkedValues(context, user, values, { id });
    if (disabled !== undefined) set.disabledAt = disabled ? context.now.toISOString() : null;
    await refusingTakenEmail(context, () =>
      updateRecords(context, user, [{ id, set, expectedVersion: context.expectedVersion }]),
    );
    return getRecord(context, user, id);
  },
});
