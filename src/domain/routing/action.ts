import { z } from 'zod';
import { teamSchema } from '#domain/records/territories';
import { idSchema } from '#platform/fields';

/** What a rule does with what meets its conditions; ids of users are UUIDs once parsed. */
export const actionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owner'), userId: idSchema('user') }),
  z.strictObject({ kind: z.literal('team'), userIds: z.array(idSchema('user')).min(1).max(200) }),
  z.strictObject({ kind: z.literal('roundRobin'), members: teamSchema }),
  z.strictObject({ kind: z.literal('territory'), field: z.string().min(1).max(80) }),
]);

export type Action = z.output<typeof actionSchema>;

/** The users whom an action names; those of territories stand with them. */
export function usersOf(action: Action): string[] {
  if (action.kind === 'owner') return [action.userId];
  if (action.kind === 'team') return action.userIds;
  return action.kind === 'roundRobin' ? action.members.map(({ userId }) => userId) : [];
}
