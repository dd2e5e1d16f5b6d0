import type { z } from 'zod';
import type { Callable } from '#platform/context';
import { type Sql, sql } from '#platform/database';
import { type InputMistake, Problem } from '#platform/errors';
import { type ObjectType, objectNamed, recordUuid } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';

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

/** Throws `not_found` unless the workspace has that record. */
export async function refuseMissing(objectName: string, id: unknown, reader: Sql): Promise<void> {
  const object = objectNamed(objectName);
  const uuid = typeof id === 'string' ? recordUuid(object, id) : undefined;
  const table = sql.table(object.table);
  const there = uuid
    ? await reader.first(sql`select 1 as there from ${table} where workspace_id = kith.workspace_id() and id = ${uuid}`)
    : undefined;
  if (!there) throw missing(objectName, uuid ?? String(id));
}

/** The Problem for a record that is not there, or is another workspace's. */
export function missing(one: ObjectType | string, id: string): Problem {
  const object = typeof one === 'string' ? objectNamed(one) : one;
  const shown = tryParseId(object.prefix, id) ? publicId(object.prefix, id) : id.slice(0, 60);
  return new Problem('not_found', { detail: `There is no ${object.name} ${shown} in this workspace.` });
}
