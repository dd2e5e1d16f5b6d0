import type { Context } from '#platform/context';
import { Problem } from '#platform/errors';
import { publicId } from '#platform/ids';
import { dealsInStages } from './store/deals.ts';

/** Throws `stage_in_use` when there are deals in stages that are to go: it asks where they go. */
export async function refuseUsedStages(context: Context, stageIds: readonly string[]): Promise<void> {
  const inUse = await dealsInStages(context.tx, stageIds);
  if (inUse.length === 0) return;
  const names = inUse.map((one) => `'${one.name}' (${one.deals})`).join(', ');
  throw new Problem('stage_in_use', {
    detail: `There are deals in ${names}. Say where they go: PUT /pipelines/:id/stages takes moveTo, as {"sg_old":"sg_new"}; or move them first.`,
    mistakes: inUse.map((one) => ({
      path: `moveTo.${publicId('sg', one.id)}`,
      message: `is needed for ${one.deals} deals in '${one.name}'`,
    })),
  });
}
