import { z } from 'zod';
import { Problem } from '#platform/errors';
import { idSchema, type ObjectType } from '#platform/fields';
import type { Becoming } from './outcome.ts';
import { strategies } from './rules/survivors.ts';

const mostAtOnce = 500;

/** What is to become one, and how. */
export function mergeInput({ name, plural }: ObjectType) {
  return {
    ids: z
      .array(idSchema(name))
      .min(1)
      .max(mostAtOnce)
      .meta({ description: `The ${plural} that become one, 500 at most; the winner may be among them.` }),
    winnerId: idSchema(name)
      .optional()
      .meta({ description: `The ${name} that stays, with its id; the first of ids unless told.` }),
    strategy: z
      .enum(strategies)
      .optional()
      .meta({ description: 'Which values survive; each field has a way of its own unless told.' }),
    fields: z
      .record(z.string().max(80), idSchema(name))
      .optional()
      .meta({ description: `Chosen by hand: the ${name} whose value survives, by the name of the field.` }),
  };
}

export interface MergeInput {
  ids: string[];
  winnerId?: string | undefined;
  strategy?: (typeof strategies)[number] | undefined;
  fields?: Record<string, string> | undefined;
}

/** An input as it is meant. Errors: `validation_failed` when it names one record only, or chooses a value of another. */
export function becomingOf({ name, plural }: ObjectType, input: MergeInput): Becoming {
  const winnerId = input.winnerId ?? input.ids[0] ?? '';
  const memberIds = [...new Set(input.ids)].filter((id) => id !== winnerId);
  if (memberIds.length === 0) refuse('ids', `Give at least two ${plural}: one ${name} is one already.`);
  const fields = input.fields ?? {};
  for (const [field, id] of Object.entries(fields))
    if (id !== winnerId && !memberIds.includes(id))
      refuse(`fields.${field}`, `A value can be chosen of the ${plural} that become one only.`);
  return { winnerId, memberIds, choices: { strategy: input.strategy, fields } };
}

function refuse(path: string, message: string): never {
  throw new Problem('validation_failed', { detail: message, mistakes: [{ path, message }] });
}
