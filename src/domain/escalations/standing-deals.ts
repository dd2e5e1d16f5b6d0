import { allStages } from '#domain/records/pipelines';
import type { Context } from '#platform/context';
import { type ObjectType, objectNamed } from '#platform/fields';
import { publicId } from '#platform/ids';
import { currentValues, listIds } from '#platform/records';
import type { Occasion } from './raise.ts';
import { daysAgo, daysBetween, passedBecause, rottingBecause } from './rules/occasion.ts';
import type { RuleRow } from './store/rules.ts';

/** What the timed rules look at. Its module stands beside this one, so it is known by its name in the catalogue. */
export function standingObject(): ObjectType {
  return objectNamed('deal');
}

/** Deals that are looked at together: those of a stage that may be stood in for so long, or all whose day is over. */
export interface Look {
  filter: unknown;
  occasionOf(id: string, values: Record<string, unknown>): Occasion;
}

/** Where a timed rule looks. A stage that says nothing of days, and a rule that says nothing either, never rots. */
export async function looksOf(context: Context, rule: RuleRow): Promise<Look[]> {
  const { now } = context;
  const open = { status: { eq: 'open' } };
  const own = rule.filter ? [rule.filter] : [];
  if (rule.when === 'close_date_passed') {
    const last = daysAgo(now, (rule.days ?? 0) + 1)
      .toISOString()
      .slice(0, 10);
    const occasionOf: Look['occasionOf'] = (recordId, { closeDate }) => {
      const because = passedBecause(String(closeDate), daysBetween(new Date(String(closeDate)), now));
      return { recordId, key: `closeDate ${closeDate}`, because };
    };
    return [{ filter: { and: [open, { closeDate: { lte: last } }, ...own] }, occasionOf }];
  }
  const stages = (await allStages(context.sql)).filter((stage) => stage.kind === 'open' && !stage.gone);
  return stages.flatMap((stage) => {
    const days = rule.days ?? stage.rottingDays;
    if (days === null) return [];
    const occasionOf: Look['occasionOf'] = (recordId, { stageSince }) => {
      const because = rottingBecause(stage.name, daysBetween(new Date(String(stageSince)), now), days);
      return { recordId, key: `stageSince ${stageSince}`, because };
    };
    const inStage = { stageId: { eq: publicId('sg', stage.id) } };
    const since = { stageSince: { lte: daysAgo(now, days).toISOString() } };
    return [{ filter: { and: [open, inStage, since, ...own] }, occasionOf }];
  });
}

/** The next occasions of a look behind a deal, in order of id. Errors: `unknown_field`, `validation_failed`. */
export async function nextOccasions(
  context: Context,
  look: Look,
  most: number,
  afterId?: string,
): Promise<{ occasions: Occasion[]; next: string | undefined }> {
  const ids = await listIds(context, standingObject(), { filter: look.filter }, most, afterId);
  const values = await currentValues(context, standingObject(), ids);
  const occasions = ids.flatMap((id) => {
    const held = values.get(id);
    return held ? [look.occasionOf(id, held)] : [];
  });
  return { occasions, next: ids.length === most ? ids.at(-1) : undefined };
}
