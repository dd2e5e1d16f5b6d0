import { allStages, type KnownStage, pipeline, recordsFollow, type Stage, stagesOf } from '#domain/records/pipelines';
import type { Context } from '#platform/context';
import { currentValues, updateRecords } from '#platform/records';
import { fold } from '#platform/text';
import type { ReadRow, Run } from './contract.ts';

/** The stage that a cell names: by its name, or as won or lost. */
function named(stages: readonly KnownStage[], text: string): KnownStage | undefined {
  const key = fold(text.trim());
  return stages.find((one) => fold(one.name) === key) ?? stages.find((one) => one.kind !== 'open' && one.kind === key);
}

/** Gives rows the stage that they name in the default pipeline; stages that are not there yet are made in it, which a dry run tells. */
export async function linkStages(context: Context, rows: readonly ReadRow[], run: Run): Promise<void> {
  const own = async () => (await allStages(context.tx)).filter((one) => one.isDefault && !one.gone);
  let stages = await own();
  const texts = new Map<string, string>();
  for (const { values, rejected } of rows)
    if (rejected === undefined && typeof values.stage === 'string') texts.set(fold(values.stage.trim()), values.stage);
  const lacking = [...texts.values()].filter((text) => !named(stages, text));
  const [first] = stages;
  if (lacking.length > 0 && first) {
    for (const text of lacking)
      run.notices.add(
        `The pipeline '${first.pipelineName}' has no stage '${text}': it ${run.dryRun ? 'would be' : 'was'} added to it.`,
      );
    if (!run.dryRun) {
      await addStages(context, first.pipelineId, lacking);
      stages = await own();
    }
  }
  for (const row of rows) giveStage(row, stages);
}

/** New stages stand before those that close. */
async function addStages(context: Context, pipelineId: string, names: readonly string[]): Promise<void> {
  const before = (await currentValues(context, pipeline, [pipelineId], 'lock')).get(pipelineId)?.stages as Stage[];
  const closing = before.findIndex((one) => one.kind !== 'open');
  const drafts = [
    ...before.slice(0, closing),
    ...names.map((name) => ({ name: name.trim().slice(0, 100) })),
    ...before.slice(closing),
  ];
  const stages = await stagesOf(context, drafts, before);
  await updateRecords(context, pipeline, [{ id: pipelineId, set: { stages }, extra: recordsFollow }]);
}

/** A deal that is closed has been so since its day; an open one is in its stage since it began, as far as a file can tell. */
function giveStage({ values }: ReadRow, stages: readonly KnownStage[]): void {
  const stage = typeof values.stage === 'string' ? named(stages, values.stage) : undefined;
  if (!stage) return;
  delete values.stage;
  values.stageId = stage.id;
  const day = stage.kind === 'open' ? values.createdDate : (values.closeDate ?? values.createdDate);
  if (typeof day !== 'string') return;
  values.stageSince = `${day}T00:00:00.000Z`;
  if (stage.kind !== 'open') values.closedAt = values.stageSince;
}
