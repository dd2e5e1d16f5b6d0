import { z } from 'zod';
import { Problem } from '#platform/errors';
import { type Handler, handlerCatalogue } from '#platform/events';
import { parseId } from '#platform/ids';
import { nearest } from '#platform/text';

/** The id of a failed event. */
export const failedId = z
  .string()
  .max(100)
  .transform((id) => parseId('fe', id));

/** The name of a group of handlers. */
export const handlerName = z.string().max(100);

/** A handler by its name. Errors: `not_found` with the nearest name. */
export function handlerNamed(name: string): Handler {
  const handler = handlerCatalogue().get(name);
  if (handler) return handler;
  const near = nearest(name, handlerCatalogue().keys());
  throw new Problem('not_found', {
    detail: `There is no handler '${name.slice(0, 60)}'.${near ? ` Did you mean '${near}'?` : ''}`,
  });
}
