import { z } from 'zod';
import { activeUsers } from '#domain/identity';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId } from '#platform/ids';

const mostMembers = 200;

/** People who share what comes in, by weight; who holds as many open leads as their capacity gets no more. */
export const teamSchema = z
  .array(
    z.strictObject({
      userId: idSchema('user'),
      weight: z.number().int().min(1).max(1000).default(1),
      capacity: z.number().int().min(0).max(1_000_000).optional(),
    }),
  )
  .min(1)
  .max(mostMembers);

/** A member of a team; `userId` is a UUID. */
export type TeamMember = z.output<typeof teamSchema>[number];

/** A team as it is kept: with ids as people see them. */
export function storedTeam(members: readonly TeamMember[]): unknown[] {
  return members.map((member) => ({ ...member, userId: publicId('us', member.userId) }));
}

/** Throws `validation_failed` unless each of these users (UUIDs) is named once, is here and may sign in. */
export async function refuseStrangers(context: Context, userIds: readonly string[], path: string): Promise<void> {
  const twice = userIds.find((id, index) => userIds.indexOf(id) !== index);
  if (twice) throw wrong(path, `names ${publicId('us', twice)} twice`);
  const active = await activeUsers(context.sql, userIds);
  const missing = userIds.find((id) => !active.has(id));
  if (missing)
    throw wrong(path, `there is no user ${publicId('us', missing)} in this workspace, or they may not sign in`);
}

function wrong(path: string, message: string): Problem {
  return new Problem('validation_failed', { detail: `${path}: ${message}.`, mistakes: [{ path, message }] });
}

/** Reads a JSON value by a schema. Errors: `validation_failed`, with paths below `path`. */
export function parsedJson<Schema extends z.ZodType>(schema: Schema, value: unknown, path: string): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const mistakes = result.error.issues.slice(0, 20).map((issue) => ({
    path: [path, ...issue.path.map(String)].join('.'),
    message: issue.message,
  }));
  const [first] = mistakes;
  throw new Problem('validation_failed', { detail: `${first?.path}: ${first?.message}`, mistakes });
}
