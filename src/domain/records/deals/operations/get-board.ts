import { z } from 'zod';
import { workspaceCurrency } from '#domain/records/currencies';
import { allStages, type KnownStage } from '#domain/records/pipelines';
import { Problem } from '#platform/errors';
import { idSchema } from '#platform/fields';
import { publicId, tryParseId } from '#platform/ids';
import { fromMinorUnits } from '#platform/money';
import { defineOperation, missing, RawJson } from '#platform/operations';
import { selectionInput } from '#platform/records';
import { boardOf, type Card, type CardPlace, type ColumnSum } from '../store/board.ts';

export const getBoard = defineOperation({
  name: 'deals.board',
  summary: 'Gets the board of a pipeline: each stage with its count, its sums and its first cards.',
  kind: 'read',
  permission: 'deals:read',
  route: { method: 'GET', path: '/deals/board' },
  input: z.strictObject({
    pipelineId: idSchema('pipeline').optional().meta({ description: 'The default pipeline unless told.' }),
    stageId: idSchema('stage').optional().meta({ description: 'Only this column, as to go on in it.' }),
    cursor: z.string().max(200).optional().meta({ description: 'next of the column, to go on in it; needs stageId.' }),
    limit: z.coerce.number().int().min(1).max(200).default(50).meta({ description: 'Cards in a column.' }),
    ...selectionInput,
  }),
  problems: ['unknown_field'],
  output: z.object({
    pipeline: z.object({ id: z.string(), name: z.string() }),
    currency: z.string(),
    columns: z.array(z.looseObject({ stage: z.looseObject({ id: z.string(), name: z.string() }) })),
  }),
  async run(context, { pipelineId, stageId, cursor, ...request }) {
    const [known, currency] = await Promise.all([allStages(context.sql), workspaceCurrency(context.sql)]);
    const wanted = pipelineId ?? known.find((one) => one.isDefault && !one.gone)?.pipelineId;
    const ofPipeline = known.filter((one) => one.pipelineId === wanted && !one.gone);
    const [first] = ofPipeline;
    if (!first) throw missing('pipeline', wanted ?? '');
    const stages = stageId ? ofPipeline.filter((one) => one.id === stageId) : ofPipeline;
    if (stages.length === 0) throw missing('stage', stageId ?? '');
    if (cursor !== undefined && !stageId)
      throw new Problem('bad_request', { detail: 'A cursor goes on in one column: give its stageId as well.' });
    const after = cursor === undefined ? undefined : parsePlace(cursor);
    const { sums, cards } = await boardOf(context, { ...request, stages, after });
    const columns = stages.map((stage) => columnText(stage, sums, cards, request.limit, currency));
    const pipeline = JSON.stringify({ id: publicId('pl', first.pipelineId), name: first.pipelineName });
    return new RawJson(`{"pipeline":${pipeline},"currency":"${currency}","columns":[${columns.join(',')}]}`);
  },
});

function columnText(
  stage: KnownStage,
  sums: readonly ColumnSum[],
  cards: readonly Card[],
  limit: number,
  currency: string,
): string {
  const sum = sums.find((one) => one.stageId === stage.id);
  // An empty column has no row, so whether its sum may be read is told by the others; that nothing stands in it is seen anyway.
  const amountOf = (minor: string | null | undefined) =>
    minor === null ? null : fromMinorUnits(BigInt(minor ?? 0), currency);
  const own = cards.filter((one) => one.stageId === stage.id);
  const shown = own.slice(0, limit);
  const last = shown.at(-1);
  const head = JSON.stringify({
    stage: {
      id: publicId('sg', stage.id),
      name: stage.name,
      order: stage.position,
      probability: stage.probability,
      color: stage.color,
      kind: stage.kind,
      rottingDays: stage.rottingDays,
      requires: stage.requires,
    },
    count: sum?.count ?? 0,
    amount: amountOf(sum?.amount),
    weighted: amountOf(sum?.weighted),
    unvalued: sum?.unvalued ?? 0,
    next: own.length > limit && last ? placeText(last) : null,
  });
  const deals = shown.map((card) => `{"rotting":${card.rotting},${card.json.slice(1)}`);
  return `${head.slice(0, -1)},"deals":[${deals.join(',')}]}`;
}

function placeText({ since, id }: CardPlace): string {
  return Buffer.from(`${since.toISOString()} ${id}`).toString('base64url');
}

/** Errors: `bad_request` for what is none of ours. */
function parsePlace(text: string): CardPlace {
  const [since = '', id = ''] = Buffer.from(text, 'base64url').toString().split(' ');
  const known = tryParseId('dl', id);
  if (known && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(since) && !Number.isNaN(Date.parse(since)))
    return { since: new Date(since), id: known };
  throw new Problem('bad_request', { detail: 'This cursor is not one of ours. Take it from next of the column.' });
}
