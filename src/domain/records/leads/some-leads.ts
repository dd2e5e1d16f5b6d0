import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';

const mostAtOnce = 500;

/** Which leads an operation is about: one or several. */
export const someLeads = {
  id: idSchema('lead').optional(),
  ids: z.array(idSchema('lead')).min(1).max(mostAtOnce).optional().meta({ description: 'Several leads, 500 at most.' }),
};

/** The leads that are meant. Errors: `validation_failed` when none is. */
export function idsOf({ id, ids }: { id?: string | undefined; ids?: string[] | undefined }): string[] {
  const all = [...new Set([...(id ? [id] : []), ...(ids ?? [])])].sort();
  if (all.length > 0) return all;
  throw new Problem('validation_failed', {
    detail: 'Say which leads: give id or ids.',
    mistakes: [{ path: 'id', message: 'is needed, or ids' }],
  });
}
