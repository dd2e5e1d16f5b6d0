import { useQuery } from '@tanstack/react-query';
import { editedModelOptions, type SavedModel, type ScoringModel, saveModel } from '../../data/setup/scoring-model.ts';
import { refreshModels } from '../../data/setup/scoring-models.ts';
import { useKeptDraft } from '../../settings/kept-draft.ts';

interface Draft extends SavedModel {
  /** What it was made from. */
  base: ScoringModel;
}

/** The model that is being edited: the saved one with what was changed on top. */
export function useModelDraft() {
  const saved = useQuery(editedModelOptions);
  const [draft, keep] = useKeptDraft<Draft>('scoring');
  const model = draft?.model ?? saved.data?.model;
  return {
    saved,
    model,
    /** Based on another version than the one that holds now. */
    stale: draft !== undefined && saved.data !== undefined && draft.etag !== saved.data.etag,
    changed: draft !== undefined && JSON.stringify(draft.model) !== JSON.stringify(draft.base),
    change(part: Partial<ScoringModel>) {
      if (!model || !saved.data) return;
      const { etag, model: base } = draft ? { etag: draft.etag, model: draft.base } : saved.data;
      keep({ etag, base, model: { ...model, ...part } });
    },
    discard: () => keep(undefined),
    /** Answers what held before, so that it can be put back. */
    async save(over: boolean): Promise<{ before: ScoringModel; etag: string | undefined } | undefined> {
      if (!draft || !saved.data) return undefined;
      const before = saved.data.model;
      const { etag } = await saveModel(draft.model, over ? saved.data.etag : draft.etag);
      keep(undefined);
      refreshModels();
      return { before, etag };
    },
  };
}
