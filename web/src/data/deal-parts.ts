import { queryOptions } from '@tanstack/react-query';
import { refreshLists } from './cached.ts';
import { keptChangeSet } from './changes.ts';
import { kith } from './kith.ts';
import { queryClient } from './query-client.ts';
import { recordKey } from './records.ts';
import type { KithRecord, Named } from './types.ts';

/** What a deal is made of besides its fields: the objects as the catalogue calls them, and where they stand in the API. */
const paths = { lineItem: 'line-items', stakeholder: 'stakeholders', competitor: 'competitors' } as const;
export type PartName = keyof typeof paths;

export interface LineItem extends KithRecord {
  product: Named | null;
  quantity: number;
  /** Decimals, in `currency`. */
  unitPrice: string;
  total: string;
  currency: string;
  /** Percent. */
  discount: number;
}

export interface LineItems {
  data: LineItem[];
  /** Of all items. */
  total: string;
  currency: string;
  /** The amount of the deal is this sum. */
  amountFromItems: boolean;
}

export interface Stakeholder extends KithRecord {
  role: string;
  contact: Named | null;
  notes: string | null;
}

export interface Stakeholders {
  data: Stakeholder[];
  champion: Named | null;
  decisionMaker: Named | null;
}

export interface Competitor extends KithRecord {
  account: Named | null;
  strength: string | null;
  notes: string | null;
}

function partsOptions<Answer>(part: PartName, dealId: string) {
  return queryOptions({
    queryKey: [...recordKey('deal', dealId), 'parts', part],
    queryFn: ({ signal }) =>
      kith.call<Answer>({ method: 'GET', path: `/deals/:id/${paths[part]}` }, { id: dealId }, { signal }),
  });
}

export const lineItemsOptions = (dealId: string) => partsOptions<LineItems>('lineItem', dealId);
export const stakeholdersOptions = (dealId: string) => partsOptions<Stakeholders>('stakeholder', dealId);
export const competitorsOptions = (dealId: string) => partsOptions<{ data: Competitor[] }>('competitor', dealId);

/** Runs a write on a deal, asks anew for what may have changed with it, and answers with the change set that takes it back. */
async function written(
  dealId: string,
  route: Parameters<typeof kith.call>[0],
  input: object,
  version?: number,
): Promise<string | undefined> {
  const kept = keptChangeSet();
  try {
    await kith.call(route, input, { ...kept.call, version });
    return kept.id();
  } finally {
    await queryClient.invalidateQueries({ queryKey: recordKey('deal', dealId) });
    // The amount may follow the items, and boards add it up.
    refreshLists('deal');
  }
}

export const addPart = (part: PartName, dealId: string, values: Record<string, unknown>) =>
  written(dealId, { method: 'POST', path: `/deals/:id/${paths[part]}` }, { ...values, id: dealId });

export const changePart = (part: PartName, dealId: string, { id, version }: KithRecord, values: object) =>
  written(dealId, { method: 'PATCH', path: `/${paths[part]}/:id` }, { ...values, id }, version);

export const removePart = (part: PartName, dealId: string, id: string) =>
  written(dealId, { method: 'DELETE', path: `/${paths[part]}/:id` }, { id });

export const orderItems = (dealId: string, ids: readonly string[]) =>
  written(dealId, { method: 'PUT', path: '/deals/:id/line-items/order' }, { id: dealId, ids });

/** Whether the amount of the deal is the sum of its items from now on. */
export const followItems = (dealId: string, follow: boolean) =>
  written(dealId, { method: 'PUT', path: '/deals/:id/amount-from-items' }, { id: dealId, follow });

export interface Relocation {
  pipelineId: string;
  /** The stage that it is in, and the one that it comes to. */
  fromStageId: string;
  toStageId: string;
  lostReason?: string;
}

/** Brings a deal to another pipeline, if it is still the one that is known here (412 otherwise). */
export const movePipeline = (deal: Pick<KithRecord, 'id' | 'version'>, move: Relocation) =>
  written(
    deal.id,
    { method: 'POST', path: '/deals/:id/move' },
    {
      id: deal.id,
      pipelineId: move.pipelineId,
      stages: { [move.fromStageId]: move.toStageId },
      ...(move.lostReason ? { lostReason: move.lostReason } : {}),
    },
    deal.version,
  );
