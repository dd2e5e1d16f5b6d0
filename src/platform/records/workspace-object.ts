import type { Context } from '#platform/context';
import { sql } from '#platform/database';
import { Problem } from '#platform/errors';
import { kindsThatStandAlone, type ObjectType, objectCatalogue } from '#platform/fields';
import { nearest } from '#platform/text';
import { forgetCustomFields, workspaceObjects } from './custom-fields.ts';

/** A kind of record by its name, declared by Kith or made by the workspace; undefined when there is none. */
export async function findObject(
  context: Pick<Context, 'sql' | 'workspaceId' | 'now'>,
  name: string,
): Promise<ObjectType | undefined> {
  const declared = objectCatalogue().get(name);
  if (declared) return declared;
  const known = (await workspaceObjects(context)).get(name);
  if (known) return known;
  // It may have been made a moment ago, by another process.
  forgetCustomFields(context.workspaceId);
  return (await workspaceObjects(context)).get(name);
}

/** As `findObject`, also by the name in the plural. Errors: `not_found` with the nearest name. */
export async function objectFor(
  context: Pick<Context, 'sql' | 'workspaceId' | 'now'>,
  name: string,
): Promise<ObjectType> {
  const found = await findObject(context, name);
  if (found && !found.template) return found;
  const own = await workspaceObjects(context);
  const byPlural = [...own.values()].find((object) => object.plural === name);
  if (byPlural) return byPlural;
  const near = nearest(name, [...objectCatalogue().keys(), ...own.keys()]);
  throw new Problem('not_found', {
    detail: `There is no kind of record '${name.slice(0, 60)}'.${near ? ` Did you mean '${near}'?` : ''}`,
  });
}

/** What an operation works on: the object that it is declared for, or of a template the kind that its input names. */
export async function objectMeant(context: Context, declared: ObjectType, input: unknown): Promise<ObjectType> {
  if (!declared.template) return declared;
  const object = await objectFor(context, (input as { object: string }).object);
  if (object.objectId) return object;
  throw new Problem('not_found', {
    detail: `'${object.name}' is not a kind of record that this workspace has made. Its records are at /${object.plural}.`,
  });
}

/** The condition that a row `t` is a record of the object in this workspace. */
export function recordsOf(object: ObjectType) {
  return object.objectId
    ? sql`t.workspace_id = kith.workspace_id() and t.object_id = ${object.objectId}::uuid`
    : sql`t.workspace_id = kith.workspace_id()`;
}

/** Every kind of record that stands alone, those that the workspace has made among them. */
export async function kindsHere(context: Pick<Context, 'sql' | 'workspaceId' | 'now'>): Promise<ObjectType[]> {
  const own = await workspaceObjects(context);
  return kindsThatStandAlone().flatMap((object) => (object.template ? [...own.values()] : [object]));
}
