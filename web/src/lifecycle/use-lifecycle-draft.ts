import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { lifecycleOptions, type SavedLifecycle, type Stage, saveLifecycle } from '../data/setup/lifecycle.ts';
import { withNames } from '../lead-settings/status-name.ts';
import { useKeptDraft } from '../settings/kept-draft.ts';
import { texts, lifecycleTexts as words } from '../texts/index.ts';
import { say, sayFailed } from '../ui/overlay/toast.tsx';

interface Draft extends SavedLifecycle {
  /** What it was made from. */
  base: readonly Stage[];
}

/** The stages while they are edited: the saved ones with what was changed on top. */
export function useLifecycleDraft() {
  const saved = useQuery(lifecycleOptions);
  const [draft, keep] = useKeptDraft<Draft>('lifecycle');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const store = async (stages: readonly Stage[], before: readonly Stage[], version: string | undefined) => {
    const { etag } = await saveLifecycle(withNames(stages, 'stage'), version);
    keep(undefined);
    const putBack = () =>
      saveLifecycle(before, etag).catch((error) => sayFailed(texts.undo.failed(ApiProblem.from(error).detail)));
    say(words.saved, { label: texts.undo.action, run: () => void putBack() });
  };
  return {
    saved,
    stages: draft?.stages ?? saved.data?.stages,
    changed: draft !== undefined && JSON.stringify(draft.stages) !== JSON.stringify(draft.base),
    /** Based on another version than the one that holds now. */
    stale: draft !== undefined && saved.data !== undefined && draft.etag !== saved.data.etag,
    busy,
    problem,
    discard() {
      keep(undefined);
      setProblem(undefined);
    },
    change(stages: Stage[]) {
      if (saved.data) keep({ etag: draft?.etag ?? saved.data.etag, base: draft?.base ?? saved.data.stages, stages });
    },
    async save() {
      if (!draft) return;
      setBusy(true);
      setProblem(undefined);
      await store(draft.stages, draft.base, draft.etag).catch((error) => {
        setProblem(ApiProblem.from(error));
        void saved.refetch();
      });
      setBusy(false);
    },
  };
}
