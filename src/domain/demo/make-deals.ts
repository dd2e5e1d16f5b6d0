import { activity } from '#domain/records/activities';
import { workspaceCurrency } from '#domain/records/currencies';
import { competitor, type DealExtra, deal, stakeholder } from '#domain/records/deals';
import { allStages } from '#domain/records/pipelines';
import { lineItem, product, totalOf } from '#domain/records/products';
import type { Context } from '#platform/context';
import { addMoney } from '#platform/money';
import { createRecords } from '#platform/records';
import type { Cast, CastMember } from './cast.ts';
import type { DemoActivity } from './rules/activities.ts';
import type { DemoContact } from './rules/contacts.ts';
import { activitiesOfDeal, type DealParts, type DemoItem, demoProducts, partsOf } from './rules/deal-parts.ts';
import { type DemoDeal, dealsOf, wayOf } from './rules/deals.ts';
import { activityValues, dealValues, productValues, type TaskBelongings } from './rules/values.ts';
import { insertChunks, madeIds } from './store/demo-chunks.ts';
import type { Demo } from './store/demos.ts';

/** A deal with its way through the stages of the default pipeline, and what was done on it. */
export interface DealPlan {
  deal: DemoDeal;
  way: ReturnType<typeof wayOf>;
  activities: DemoActivity[];
}

/** A year of business with these people; deals that the pipeline has no stage for are left out. */
export async function plannedDeals(
  context: Context,
  { seed, madeFor }: Demo,
  contacts: readonly DemoContact[],
): Promise<DealPlan[]> {
  const stages = (await allStages(context.tx)).filter((one) => one.isDefault && !one.gone);
  const first = contacts[0]?.index ?? 0;
  return dealsOf(contacts, seed, madeFor).flatMap((one) => {
    const way = wayOf(one, stages);
    const accountIndex = contacts[one.contactIndex - first]?.accountIndex;
    if (way.length === 0 || accountIndex === undefined) return [];
    return [{ deal: one, way, activities: activitiesOfDeal(one, way, accountIndex, seed) }];
  });
}

/** What is sold in the demo: made with its first people. */
export async function productsOf(context: Context, { id }: Demo): Promise<string[]> {
  const there = await madeIds(context.tx, id, 'product');
  if (there.length > 0) return there;
  const made = await createRecords(context, product, demoProducts.map(productValues));
  const recordIds = made.map((one) => one.id);
  await insertChunks(context.tx, id, [{ object: 'product', position: 0, recordIds }]);
  return recordIds;
}

/** A deal of the demo as the workspace has it. */
interface Writing extends DealPlan {
  member: CastMember;
  parts: DealParts;
  dealId: string;
}

interface MadeDeals {
  ids: string[];
  activityIds: string[];
  made: { deal: DemoDeal; about: TaskBelongings }[];
}

/** Writes the deals with their way through the stages, with what they are made of, and with what was done on them. */
export async function makeDeals(
  context: Context,
  { seed, ownerId }: Demo,
  cast: Cast,
  { plans, productIds }: { plans: readonly DealPlan[]; productIds: readonly string[] },
): Promise<MadeDeals> {
  const currency = await workspaceCurrency(context.tx);
  const writing = plans.flatMap((plan): Writing[] => {
    const member = cast.member(plan.deal.contactIndex);
    if (!member) return [];
    const parts = partsOf(plan.deal, cast.colleagues(member.person.accountIndex), seed);
    return [{ ...plan, member, parts, dealId: context.ports.ids.next() }];
  });
  const sets = writing.map(({ deal: one, way, parts, member: { person, ...belongings } }) =>
    dealValues(one, {
      ...belongings,
      leadSource: person.leadSource,
      ownerId,
      stageId: way.at(-1)?.stage.id ?? '',
      total: sumOf(parts.items, currency),
    }),
  );
  const ids = writing.map((one) => one.dealId);
  const extras = writing.map(({ way }): DealExtra => {
    const past = way.slice(0, -1).map(({ stage, at }) => ({ stageId: stage.id, stage: stage.name, at }));
    return { imported: true, unasked: true, past };
  });
  await createRecords(context, deal, sets, { ids, extras });
  await makeParts(context, writing, cast, productIds);
  const logged = await createRecords(
    context,
    activity,
    writing.flatMap(({ activities, dealId, member: { contactId, accountId } }) =>
      activities.map((one) => activityValues(one, { contactId, accountId, dealId, ownerId })),
    ),
  );
  const made = writing.map(({ deal: one, dealId, member: { contactId, accountId } }) => ({
    deal: one,
    about: { contactId, accountId, dealId, ownerId },
  }));
  return { ids, activityIds: logged.map(({ id }) => id), made };
}

/** What the items come to; undefined where there are none. */
function sumOf(items: readonly DemoItem[], currency: string): string | undefined {
  const totals = items.map(({ product: at, quantity, discount }) =>
    totalOf(demoProducts[at]?.unitPrice ?? '0', currency, quantity, discount),
  );
  return totals.length === 0
    ? undefined
    : totals.reduce((sum, one) => addMoney({ amount: sum, currency }, { amount: one, currency }).amount);
}

async function makeParts(
  context: Context,
  writing: readonly Writing[],
  cast: Cast,
  productIds: readonly string[],
): Promise<void> {
  const all = <Part>(pick: (one: Writing) => readonly Part[]) =>
    writing.flatMap((one) => pick(one).map((part) => ({ dealId: one.dealId, at: one.deal.at.toISOString(), part })));
  await createRecords(
    context,
    lineItem,
    all((one) => one.parts.items).map(({ dealId, at, part: { product: place, ...item } }) => ({
      ...item,
      dealId,
      productId: productIds[place],
      createdAt: at,
      updatedAt: at,
    })),
  );
  await createRecords(
    context,
    stakeholder,
    all((one) => one.parts.stakeholders).flatMap(({ dealId, at, part: { contactIndex, ...one } }) => {
      const contactId = cast.member(contactIndex)?.contactId;
      return contactId ? [{ ...one, dealId, contactId, createdAt: at, updatedAt: at }] : [];
    }),
  );
  await createRecords(
    context,
    competitor,
    all((one) => one.parts.competitors).map(({ dealId, at, part }) => ({
      ...part,
      dealId,
      createdAt: at,
      updatedAt: at,
    })),
  );
}
