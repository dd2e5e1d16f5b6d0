import { z } from 'zod';
import { entryKinds, entryOutcomes } from '#platform/audit';
import { tryParseId } from '#platform/ids';

/** The id of anything, with whatever prefix it has, as a UUID. */
const anyId = (of: string) =>
  z
    .string()
    .max(60)
    .transform((text, context) => {
      const uuid = tryParseId('', text.replace(/^[a-z][a-z0-9]{1,11}_/, ''));
      if (uuid) return uuid;
      context.addIssue({ code: 'custom', message: `is not the id of ${of}` });
      return z.NEVER;
    });

export const actorIdInput = anyId('a user or a key');

/** What the log can be searched by; without the fields of a page. */
export const filterInputs = {
  actor: actorIdInput.optional().meta({ description: 'Who did it: the id of a user or an API key.' }),
  actorType: z.enum(['user', 'key', 'agent', 'system']).optional(),
  operation: z.string().max(100).optional().meta({ description: 'As "contacts.delete" or "session.start".' }),
  record: anyId('a record').optional().meta({ description: 'The id of a record of any kind.' }),
  kind: z.enum(entryKinds).optional().meta({ description: 'What the entry is about, in the large.' }),
  outcome: z.enum(entryOutcomes).optional(),
  from: z.coerce.date().optional().meta({ description: 'From this moment on.' }),
  to: z.coerce.date().optional().meta({ description: 'Before this moment.' }),
};

const filterInput = z.object(filterInputs);

/** The filter that an input means. */
export function filterOf(input: z.output<typeof filterInput>) {
  const { actor, record, ...rest } = input;
  return { ...rest, actorId: actor, recordId: record };
}
