import { useState } from 'react';
import { ApiProblem } from '../../data/problem.ts';
import { type ScoringModel, saveModel } from '../../data/setup/scoring-model.ts';
import { SaveBar } from '../../settings/save-bar.tsx';
import { texts, scoringTexts as words } from '../../texts/index.ts';
import { say, sayFailed } from '../../ui/overlay/toast.tsx';
import type { Mistakes } from './mistakes.ts';
import type { useModelDraft } from './use-draft.ts';

/** What is to be done with the changes of the model. */
export function ModelBar({ draft, mistakes }: { draft: ReturnType<typeof useModelDraft>; mistakes: Mistakes }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const { stale } = draft;
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const saved = await draft.save(stale);
      if (saved) say(words.bar.saved, { label: texts.undo.action, run: () => void putBack(saved.before, saved.etag) });
    } catch (error) {
      const refused = ApiProblem.from(error);
      if (refused.status === 412) await draft.saved.refetch();
      else setProblem(refused);
      setBusy(false);
    }
  };
  const wrong = mistakes.size > 0;
  const text = problem?.detail ?? (wrong ? words.bar.wrong(mistakes.size) : words.bar.unsaved);
  return (
    <SaveBar
      text={stale ? words.bar.theirs : text}
      wrong={wrong || problem !== undefined}
      busy={busy}
      disabled={wrong}
      discard={{ label: stale ? words.bar.takeTheirs : words.bar.discard, run: draft.discard }}
      save={{ label: stale ? words.bar.saveMine : words.bar.save, run: () => void save() }}
    />
  );
}

/** Takes a saved change back, unless somebody has saved since. */
async function putBack(model: ScoringModel, etag: string | undefined) {
  try {
    await saveModel(model, etag);
    say(words.bar.undone);
  } catch (error) {
    sayFailed(texts.undo.failed(ApiProblem.from(error).detail));
  }
}
