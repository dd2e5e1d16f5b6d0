import { queryOptions } from '@tanstack/react-query';
import { kith } from '../kith.ts';
import { leadSettingsOptions } from '../leads.ts';
import { queryClient } from '../query-client.ts';
import type { Tier } from '../types.ts';

/** What a status means to Kith; there is one of each kind, but any number of open ones. */
type StatusKind = 'new' | 'assigned' | 'accepted' | 'open' | 'disqualified' | 'converted';

export interface Status {
  name: string;
  label: string;
  kind: StatusKind;
}

export interface LeadSettings {
  statuses: Status[];
  disqualificationReasons: string[];
  answerWithinMinutes: Record<Tier, number>;
}

export interface SavedLeadSettings {
  settings: LeadSettings;
  /** The version, for saving on top of it. */
  etag: string | undefined;
}

const path = '/leads/settings';

export const editedLeadSettingsOptions = queryOptions({
  queryKey: [...leadSettingsOptions.queryKey, 'edited'],
  queryFn: async ({ signal }): Promise<SavedLeadSettings> => {
    let etag: string | undefined;
    const settings = await kith.call<LeadSettings>(
      { method: 'GET', path },
      {},
      { signal, onDetails: (details) => (etag = details.etag) },
    );
    return { settings, etag };
  },
});

/** Saves all of it; with the version that it is based on, a newer one is not overwritten (412). */
export async function saveLeadSettings(
  settings: LeadSettings,
  version: string | undefined,
): Promise<SavedLeadSettings> {
  let etag: string | undefined;
  const saved = await kith.call<LeadSettings>({ method: 'PUT', path }, settings, {
    version,
    onDetails: (details) => (etag = details.etag),
  });
  const answer = { settings: saved, etag };
  queryClient.setQueryData(editedLeadSettingsOptions.queryKey, answer);
  void queryClient.invalidateQueries({ queryKey: leadSettingsOptions.queryKey });
  return answer;
}
