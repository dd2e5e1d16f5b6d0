import { z } from 'zod';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { objectCatalogue } from '#platform/fields';
import { publicId } from '#platform/ids';
import { customFieldsOf } from '#platform/records';
import { nearest } from '#platform/text';
import { completeStages, forecastCategories, type Stage, type StageDraft, stageKinds } from './rules/stages.ts';

/** A list of stages in an input. */
export const stagesInput = z
  .array(
    z.strictObject({
      id: z.string().max(100).optional().meta({ description: 'Of a stage that is there; a new one has none.' }),
      name: z.string().trim().min(1).max(100),
      order: z.number().int().optional().meta({ description: 'Follows from the place in the list.' }),
      probability: z.number().int().min(0).max(100).optional(),
      color: z
        .string()
        .regex(/^([a-z]{3,20}|#[0-9a-fA-F]{6})$/, 'must be a name such as blue, or #3366ff')
        .optional(),
      kind: z.enum(stageKinds).optional(),
      rottingDays: z.number().int().min(1).max(3650).nullish(),
      requires: z.array(z.string().max(100)).max(50).optional(),
      forecastCategory: z.enum(forecastCategories).optional(),
    }),
  )
  .min(3)
  .max(50);

/** A list of stages as it is kept. Errors: `validation_failed`, also for a required field that deals do not have. */
export async function stagesOf(
  context: Context,
  drafts: readonly StageDraft[],
  before: readonly Stage[] = [],
): Promise<Stage[]> {
  const stages = completeStages(drafts, before, () => publicId('sg', context.ports.ids.next()));
  await refuseUnknownFields(context, stages);
  return stages;
}

async function refuseUnknownFields(context: Context, stages: readonly Stage[]): Promise<void> {
  const deal = objectCatalogue().get('deal');
  if (!deal || stages.every((one) => one.requires.length === 0)) return;
  const open = [...deal.fields.values()].filter((field) => !field.readOnly).map((field) => field.name);
  const known = new Set([...open, ...(await customFieldsOf(context, deal)).keys()]);
  for (const [index, { requires }] of stages.entries()) {
    const unknown = requires.find((name) => !known.has(name));
    if (unknown === undefined) continue;
    const near = nearest(unknown, known);
    const message = `A deal has no field '${unknown.slice(0, 60)}' that could be required.${near ? ` Did you mean '${near}'?` : ''}`;
    throw new Problem('validation_failed', {
      detail: message,
      mistakes: [{ path: `stages.${index}.requires`, message }],
    });
  }
}
