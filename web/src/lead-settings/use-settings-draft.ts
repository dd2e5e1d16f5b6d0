import { useQuery } from '@tanstack/react-query';
import {
  editedLeadSettingsOptions,
  type LeadSettings,
  type SavedLeadSettings,
  saveLeadSettings,
} from '../data/setup/lead-settings.ts';
import { useKeptDraft } from '../settings/kept-draft.ts';
import { withNames } from './status-name.ts';

interface Draft extends SavedLeadSettings {
  /** What it was made from. */
  base: LeadSettings;
}

/** The settings of leads while they are edited: the saved ones with what was changed on top. */
export function useSettingsDraft() {
  const saved = useQuery(editedLeadSettingsOptions);
  const [draft, keep] = useKeptDraft<Draft>('leads');
  const settings = draft?.settings ?? saved.data?.settings;
  return {
    saved,
    settings,
    changed: draft !== undefined && JSON.stringify(draft.settings) !== JSON.stringify(draft.base),
    /** Based on another version than the one that holds now. */
    stale: draft !== undefined && saved.data !== undefined && draft.etag !== saved.data.etag,
    discard: () => keep(undefined),
    change(part: Partial<LeadSettings>) {
      if (!settings || !saved.data) return;
      const { etag, settings: base } = draft ? { etag: draft.etag, settings: draft.base } : saved.data;
      keep({ etag, base, settings: { ...settings, ...part } });
    },
    /** Answers a call that puts back what held before. */
    async save(): Promise<() => Promise<unknown>> {
      const before = saved.data?.settings;
      if (!draft || !before) return async () => undefined;
      const { etag } = await saveLeadSettings(
        { ...draft.settings, statuses: withNames(draft.settings.statuses) },
        draft.etag,
      );
      keep(undefined);
      return () => saveLeadSettings(before, etag);
    },
  };
}
