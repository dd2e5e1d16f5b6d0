import { z } from 'zod';
import { workspaceCurrency } from '#domain/records/currencies';
import { allStages } from '#domain/records/pipelines';
import { idSchema, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { defineOperation, missing } from '#platform/operations';
import { refuseUnreadSums } from '#platform/records';
import { movesOf } from '../rules/moves.ts';
import { workspaceDay } from '../store/evening.ts';
import { forecastByDay, forecastNow } from '../store/forecasts.ts';

const state = z.object({
  day: z.iso.date(),
  currency: z.string(),
  commit: z.string(),
  bestCase: z.string(),
  pipeline: z.string(),
  closed: z.string(),
  weighted: z.string(),
  expected: z.string().meta({ description: 'What is won, and the rest by its probability.' }),
  moved: z.string().nullable().meta({ description: 'Of what is expected, since the day before it in the list.' }),
  deals: z.number(),
});

const summed = ['baseAmount', 'probability', 'closeDate', 'forecastCategory'];

export const forecastMoves = defineOperation({
  name: 'pipelines.forecastMoves',
  summary:
    'Gets how the forecast of a month moved: as it was kept on each day, and as it stands now; by the owners of deals.',
  kind: 'read',
  permission: 'deals:read',
  route: { method: 'GET', path: '/pipelines/:id/forecasts' },
  positional: ['id'],
  subject: 'pipeline',
  tool: true,
  input: z.strictObject({
    id: idSchema('pipeline'),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month, as 2026-12')
      .optional()
      .meta({ description: 'As 2026-12; the present one unless told.' }),
    ownerId: idSchema('user').optional().meta({ description: 'Only the deals of this owner.' }),
    limit: z.coerce.number().int().min(1).max(400).default(100).meta({ description: 'How many days back.' }),
  }),
  output: z.object({
    pipeline: z.object({ id: z.string(), name: z.string() }),
    month: z.string(),
    now: state.nullable().meta({ description: 'As it stands; null where the month is over.' }),
    data: z.array(state).meta({ description: 'As it was kept at the end of days before, the latest first.' }),
  }),
  async run(context, { id, month, ownerId, limit }) {
    const { sql: reader, now } = context;
    await refuseUnreadSums(context, objectNamed('deal'), summed);
    const [stages, currency, today] = await Promise.all([
      allStages(reader),
      workspaceCurrency(reader),
      workspaceDay(reader, now),
    ]);
    const shown = stages.find((one) => one.pipelineId === id && !one.gone);
    if (!shown) throw missing('pipeline', id);
    const wantedMonth = month ?? today.day.slice(0, 7);
    const wanted = { pipelineId: id, month: `${wantedMonth}-01`, ownerId };
    const days = await forecastByDay(reader, wanted, today.day, limit + 1);
    const open = wantedMonth >= today.day.slice(0, 7);
    const present = open ? [{ ...(await forecastNow(reader, wanted, today)), day: today.day, currency }] : [];
    const moves = movesOf([...present, ...days]);
    const kept = moves.slice(present.length, present.length + limit);
    return {
      pipeline: { id: publicId('pl', id), name: shown.pipelineName },
      month: wantedMonth,
      now: open ? (moves[0] ?? null) : null,
      data: kept,
    };
  },
});
