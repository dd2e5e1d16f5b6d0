import '../kind.ts';
import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { defineOperation } from '#platform/operations';
import { checkedValues, createRecords, getRecord } from '#platform/records';
import { user } from '../fields.ts';
import { emailInput, placeInput, plainText, roleInput } from '../inputs.ts';

export const createUser = defineOperation({
  name: 'users.create',
  summary: 'Lets somebody in: creates a user, who signs in by a link until they have a password.',
  kind: 'write',
  permission: 'users:write',
  privileged: true,
  route: { method: 'POST', path: '/users', status: 201 },
  input: z.strictObject({
    email: emailInput,
    name: plainText(511).nullish(),
    firstName: plainText(255).nullish(),
    lastName: plainText(255).nullish(),
    role: roleInput.default('rep'),
    ...placeInput,
  }),
  problems: ['already_known'],
  async run(context, input) {
    const given = Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined && value !== null),
    );
    const set = await checkedValues(context, user, given);
    const [written] = await refusingTakenEmail(context, () => createRecords(context, user, [set]));
    return getRecord(context, user, written?.id ?? '');
  },
});

/** One address signs in to one workspace, whichever it is: the answer does not say which. */
export async function refusingTakenEmail<T>({ tx }: Context, write: () => Promise<T>): Promise<T> {
  try {
    const written = await write();
    await tx.settled();
    return written;
  } catch (error) {
    const first: unknown = await tx.settled().then(
      () => error,
      (cause: unknown) => cause,
    );
    const failure = first as { code?: string; constraint?: string } | null;
    if (failure?.code !== '23505' || failure.constraint !== 'users_by_email') throw error;
    const message = 'somebody on this server signs in with it already';
    throw new Problem('already_known', {
      detail: `This e-mail address cannot be used: ${message}. Take another one.`,
      mistakes: [{ path: 'email', message }],
      cause: error,
    });
  }
}
