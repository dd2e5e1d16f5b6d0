import type { Context } from '#platform/context';
import { type Field, type ObjectType, objectNamed } from '#platform/fields';
import { customFieldsOf } from '#platform/records';

/** What is routed. Its module stands above this one, so it is known by its name in the catalogue. */
export function routedObject(): ObjectType {
  return objectNamed('lead');
}

/** The fields that rules can ask for, those of the workspace included. */
export async function routedFields(context: Context): Promise<Map<string, Field>> {
  const object = routedObject();
  return new Map([...object.fields, ...(await customFieldsOf(context, object))]);
}
