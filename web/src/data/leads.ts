import { queryOptions } from '@tanstack/react-query';
import { kith } from './kith.ts';
import type { KithRecord } from './types.ts';

export interface LeadSettings {
  statuses: { name: string; label: string; kind: string }[];
  disqualificationReasons: string[];
}

export const leadSettingsOptions = queryOptions({
  queryKey: ['lead-settings'],
  queryFn: ({ signal }) => kith.call<LeadSettings>({ method: 'GET', path: '/leads/settings' }, {}, { signal }),
  staleTime: 5 * 60_000,
});

export type LeadVerb = 'accept' | 'reject' | 'disqualify' | 'convert';

interface Answer {
  changeSetId: string | undefined;
  /** Of a conversion: the deal that the lead became. */
  dealId: string | undefined;
}

/** Decides on a lead. Answers with the change set that takes it back. */
export async function decideLead(verb: LeadVerb, lead: KithRecord, values: Record<string, unknown>): Promise<Answer> {
  let changeSetId: string | undefined;
  const answer = await kith.call<{ dealId?: string | null; deal?: { id: string } | null }>(
    { method: 'POST', path: `/leads/:id/${verb}` },
    { ...values, id: lead.id },
    {
      onDetails: (details) => {
        changeSetId = details.changeSetId;
      },
    },
  );
  return { changeSetId, dealId: answer.deal?.id ?? answer.dealId ?? undefined };
}
