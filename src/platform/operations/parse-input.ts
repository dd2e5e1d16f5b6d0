import type { z } from 'zod';
import type { Callable } from '#platform/context';
import { beyondReach, type Sql, sql } from '#platform/database';
import { type InputMistake, Problem } from '#platform/errors';
import { type ObjectType, objectNamed, recordUuid } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { mergedInto, wasMerged } from './merged.ts';

/** Parses the input of an operation. Errors: `not_found` when the record that it is about is not there, else `validation_failed` with every mistake. */
export async function parseInput<Input extends z.ZodType>(
  operation: Callable<Input, unknown>,
  raw: unknown,
  reader: Sql,
): Promise<z.output<Input>> {
  const parsed = operation.input.safeParse(raw ?? {});
  if (parsed.success) return parsed.data;
  if (operation.subject) await refuseMissing(operation.subject, (raw as { id?: unknown } | null)?.id, reader);
  const mistakes = parsed.error.issues.slice(0, 50).map(mistakeOf);
  const [first] = mistakes;
  const more = mistakes.length > 1 ? ` (and ${mistakes.length - 1} more)` : '';
  throw new Problem('validation_failed', {
    detail: first ? `${first.path ? `${first.path}: ` : ''}${first.message}${more}` : 'The input has mistakes.',
    mistakes,
  });
}

function mistakeOf(issue: z.core.$ZodIssue): InputMistake {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return { path: [path, issue.keys[0]].filter(Boolean).join('.'), message: 'there is no such field here' };
  }
  return { path, message: issue.message };
}

/** Throws `not_found` unless the workspace has that record and the actor reaches it. */
export async function refuseMissing(objectName: string, id: unknown, reader: Sql): Promise<void> {
  const object = objectNamed(objectName);
  const uuid = typeof id === 'string' ? recordUuid(object, id) : undefined;
  const table = sql.table(object.table);
  const there = uuid
    ? await reader.first<{ merged: boolean }>(sql`select m.record_id is not null as merged from ${table} t
        left join merged_records m on m.workspace_id = t.workspace_id and m.record_id = t.id
        where t.workspace_id = kith.workspace_id() and t.id = ${uuid}`)
    : undefined;
  if (!there || there.merged) throw missing(object, uuid ?? String(id));
}

/** The Problem for a record that is not there, or is another workspace's. */
export function missing(one: ObjectType | string, id: string): Problem {
  const object = typeof one === 'string' ? objectNamed(one) : one;
  const shown = tryParseId(object.prefix, id) ? publicId(object.prefix, id) : id.slice(0, 60);
  const problem = new Problem('not_found', { detail: `There is no ${object.name} ${shown} in this workspace.` });
  lacking.set(problem, { object, id });
  return problem;
}

const lacking = new WeakMap<object, { object: ObjectType; id: string }>();

/**
 * A refusal because a record was not found, told as it is where the record was merged into another one, or is there and the actor does not
 * reach it, or may not write it.
 */
export async function withReason(error: unknown, reader: Sql, kind: 'read' | 'write' | 'file'): Promise<unknown> {
  const { object, id } = (error instanceof Problem && lacking.get(error)) || {};
  if (!object || !id || !tryParseId(object.prefix, id)) return error;
  const winnerId = (await beyondReach(() => mergedInto(reader, [id]))).get(id);
  if (winnerId) return wasMerged(object, id, winnerId, kind);
  if (!reader.reach) return error;
  const there = await beyondReach(() =>
    reader.first(
      sql`select 1 as there from ${sql.table(object.table)} where workspace_id = kith.workspace_id() and id = ${id}`,
    ),
  );
  if (!there) return error;
  return new Problem('not_allowed', {
    detail: `The ${object.name} ${publicId(object.prefix, id)} is not yours. Ask its owner or your manager to share it with you.`,
    cause: error,
  });
}
