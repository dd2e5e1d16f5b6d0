import { z } from 'zod';
import { defineOperation } from '#platform/operations';
import { moveOf } from '../rules/moves.ts';
import { tallied } from '../rules/preview.ts';
import { chunkSize } from '../score-contacts.ts';
import { candidates, contactIds } from '../store/candidates.ts';
import { modelById } from '../store/models.ts';
import { advancePreview, previewOf } from '../store/previews.ts';

const dayMs = 86_400_000;

export const previewChunk = defineOperation({
  name: 'scoringModels.previewChunk',
  summary: 'Looks at what a scoring model would change for the next thousand contacts.',
  kind: 'write',
  reach: 'workspace',
  permission: 'scoringModels:write',
  input: z.strictObject({ modelId: z.uuid() }),
  async run(context, { modelId }) {
    const preview = await previewOf(context.tx, modelId, 'lock');
    const stored = await modelById(context.tx, modelId);
    if (!preview || !stored || preview.status === 'done') return { more: false };
    const ids = await contactIds(context.tx, { after: preview.position ?? undefined }, chunkSize);
    const { model } = stored;
    const since = new Date(context.now.getTime() - model.activityWindowDays * dayMs);
    const found = await candidates(context.tx, ids, since, model);
    const moves = found.map((one) => {
      const { now } = moveOf(model, one, context.now, false);
      return { id: one.id, before: one.score, after: now.score, tierBefore: one.tier, tierAfter: now.tier };
    });
    const next = ids.length === chunkSize ? ids.at(-1) : undefined;
    advancePreview(context.tx, modelId, tallied(preview.tally, moves), next, context.now);
    return { more: next !== undefined };
  },
});
