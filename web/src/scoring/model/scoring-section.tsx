import type { ScoringModel } from '../../data/setup/scoring-model.ts';
import { SettingsSection } from '../../settings/section.tsx';
import { scoringTexts } from '../../texts/index.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ProblemState } from '../../ui/state.tsx';
import { ActivityEditor } from './activity-editor.tsx';
import { ExplainCard } from './explain-card.tsx';
import { FitEditor } from './fit-editor.tsx';
import { type Mistakes, mistakesOf } from './mistakes.ts';
import { ModelBar } from './model-bar.tsx';
import { PreviewCard } from './preview-card.tsx';
import { TiersEditor } from './tiers-editor.tsx';
import { useModelDraft } from './use-draft.ts';
import { Versions } from './versions.tsx';
import { WeightsEditor } from './weights-editor.tsx';
import { WindowEditor } from './window-editor.tsx';

/** What each part of the editor works with. */
export interface PartProps {
  model: ScoringModel;
  mistakes: Mistakes;
  change: (part: Partial<ScoringModel>) => void;
}

/** The scoring model, as what it says rather than as what it is made of. */
export function ScoringSection() {
  const draft = useModelDraft();
  const { saved, model, change } = draft;
  if (saved.error && !model) return <ProblemState error={saved.error} onRetry={() => void saved.refetch()} />;
  if (!model) return <Skeleton className="h-60 w-full" />;
  const mistakes = mistakesOf(model);
  const part = { model, mistakes, change };
  return (
    <>
      <SettingsSection title={scoringTexts.title} text={scoringTexts.text}>
        <div className="grid items-start gap-6 wide:grid-cols-[1fr_320px]">
          <div className="grid gap-6">
            <WeightsEditor {...part} />
            <TiersEditor {...part} />
            <WindowEditor {...part} />
          </div>
          <div className="grid gap-4 wide:sticky wide:top-0">
            <ExplainCard model={model} mistakes={mistakes} />
            {draft.changed && <PreviewCard model={model} disabled={mistakes.size > 0} />}
          </div>
        </div>
      </SettingsSection>
      <FitEditor {...part} />
      <ActivityEditor {...part} component="behavioral" />
      <ActivityEditor {...part} component="intent" />
      <Versions />
      {draft.changed && <ModelBar draft={draft} mistakes={mistakes} />}
    </>
  );
}
