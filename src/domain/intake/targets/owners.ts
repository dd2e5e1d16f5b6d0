import { usersByText } from '#domain/identity';
import type { Context } from '#platform/context';
import type { FieldByColumn } from '../rules/import-field.ts';
import type { ReadRow } from './contract.ts';

/** Gives rows the owner that they name by e-mail or name; a name that is nobody's is told, and kept with the row. Doing it twice changes nothing more. */
export async function linkOwners(context: Context, rows: readonly ReadRow[], mapping: FieldByColumn): Promise<void> {
  const named = rows.filter((row) => row.references.ownerId !== undefined);
  if (named.length === 0) return;
  const column = Object.keys(mapping).find((name) => mapping[name] === 'ownerId') ?? 'Owner';
  const users = await usersByText(context.sql, [...new Set(named.map((row) => row.references.ownerId as string))]);
  for (const row of named) {
    const text = row.references.ownerId as string;
    const id = users.get(text);
    if (id) row.values.ownerId = id;
    else if (row.unmapped[column] !== text) {
      row.unmapped[column] = text;
      row.issues.push({
        column,
        value: text,
        reason: `Nobody here is called '${text.slice(0, 80)}'. Invite them, or give the e-mail address of a user.`,
      });
    }
  }
}
