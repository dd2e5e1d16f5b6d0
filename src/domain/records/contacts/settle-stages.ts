import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import type { RecordDraft } from '#platform/records';
import { isKithStage, stageNamed } from './rules/lifecycle.ts';
import { lifecycleIn } from './store/lifecycle.ts';

/**
 * Brings stages of life to their names. What is there in every workspace needs no look, nor does what was there before or is taken back.
 * Errors: `validation_failed` for a stage that the workspace does not have.
 */
export async function settleStages(context: Context, drafts: readonly RecordDraft[]): Promise<void> {
  const open = drafts.filter(({ set: { lifecycleStage: stage }, before, undoing }) => {
    return typeof stage === 'string' && !undoing && !isKithStage(stage) && stage !== before?.lifecycleStage;
  });
  if (open.length === 0) return;
  const lifecycle = await lifecycleIn(context.tx);
  for (const { set } of open) {
    const stage = stageNamed(lifecycle, String(set.lifecycleStage));
    if (stage === undefined) {
      const message = `must be one of ${lifecycle.stages.map(({ name }) => name).join(', ')}`;
      throw new Problem('validation_failed', {
        detail: `lifecycleStage ${message}.`,
        mistakes: [{ path: 'lifecycleStage', message }],
      });
    }
    set.lifecycleStage = stage;
  }
}
