import { z } from 'zod';
import { allStages } from '#domain/records/pipelines';
import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { handlerCatalogue } from '#platform/events';
import { idSchema } from '#platform/fields';
import { parseId } from '#platform/ids';
import { defineOperation } from '#platform/operations';
import { thresholdsSet } from '../events.ts';
import { measureNames, measures } from '../rules/measures.ts';
import { scheduleLook } from '../schedule.ts';
import { shownThreshold, thresholdOutput } from '../shown.ts';
import { allThresholds, storeThresholds, type ThresholdDraft } from '../store/thresholds.ts';

const said = measureNames.map((name) => `${name}: ${measures[name].says}`).join('; ');

const draft = z.strictObject({
  id: z.string().max(100).optional().meta({ description: 'Of a line that is there; a new one has none.' }),
  name: z.string().trim().min(1).max(255),
  measure: z.enum(measureNames).meta({ description: `${said}.` }),
  pipelineId: idSchema('pipeline').optional().meta({ description: 'For a figure of a pipeline: which.' }),
  handler: z
    .string()
    .max(100)
    .optional()
    .meta({ description: 'For a figure of handlers: which; the worst unless told.' }),
  side: z.enum(['above', 'below']).default('above').meta({ description: 'On which side of the line it is told of.' }),
  limit: z.number(),
});

export const setThresholds = defineOperation({
  name: 'thresholds.set',
  summary:
    'Draws all lines that figures may not cross; performance.threshold_exceeded tells once of each that is crossed.',
  kind: 'write',
  permission: 'thresholds:write',
  route: { method: 'PUT', path: '/thresholds' },
  input: z.strictObject({ thresholds: z.array(draft).max(50) }),
  output: z.object({ data: z.array(thresholdOutput) }),
  async run(context, { thresholds }) {
    const known = new Set((await allThresholds(context.tx)).map(({ id }) => id));
    const pipelines = new Set((await allStages(context.tx)).filter((one) => !one.gone).map((one) => one.pipelineId));
    const drafts = thresholds.map((one, index) => draftOf(context, one, index, { known, pipelines }));
    await storeThresholds(context.tx, drafts);
    context.emit({ type: thresholdsSet.type, data: { thresholds: drafts.length } });
    if (drafts.length > 0) scheduleLook(context, 'now');
    return { data: (await allThresholds(context.tx)).map(shownThreshold) };
  },
});

interface Known {
  known: ReadonlySet<string>;
  pipelines: ReadonlySet<string>;
}

/** Errors: `validation_failed` for a figure without what it is of, or with something that is not there. */
function draftOf(
  context: Context,
  one: z.output<typeof draft>,
  index: number,
  { known, pipelines }: Known,
): ThresholdDraft {
  const refuse = (field: string, message: string): never => {
    throw new Problem('validation_failed', {
      detail: message,
      mistakes: [{ path: `thresholds.${index}.${field}`, message }],
    });
  };
  const { pipelineId = null, handler = null, ...rest } = one;
  const { of } = measures[one.measure];
  if (of === 'pipeline' && !(pipelineId && pipelines.has(pipelineId)))
    refuse('pipelineId', `${one.measure} is of a pipeline: give the id of one that is there.`);
  if (of === 'pipeline' && handler) refuse('handler', `${one.measure} is of a pipeline, not of a handler.`);
  if (of === 'handler' && pipelineId) refuse('pipelineId', `${one.measure} is of handlers, not of a pipeline.`);
  if (handler && !handlerCatalogue().has(handler)) refuse('handler', `There is no handler '${handler}'.`);
  const id = one.id === undefined ? context.ports.ids.next() : parseId('th', one.id);
  if (one.id !== undefined && !known.has(id)) refuse('id', `There is no line '${one.id}'; a new one has no id.`);
  return { ...rest, id, pipelineId, handler };
}
