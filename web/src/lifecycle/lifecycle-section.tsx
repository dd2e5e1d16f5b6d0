import { Plus } from 'lucide-react';
import type { Stage } from '../data/setup/lifecycle.ts';
import { freshName } from '../lead-settings/status-name.ts';
import { SaveBar } from '../settings/save-bar.tsx';
import { SettingsSection } from '../settings/section.tsx';
import { texts, lifecycleTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Sortable } from '../ui/forms/sortable.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';
import { StageRow } from './stage-row.tsx';
import { useLifecycleDraft } from './use-lifecycle-draft.ts';

/** The stages that people come through on the way to being customers. */
export function LifecycleSection() {
  const draft = useLifecycleDraft();
  const { saved, stages } = draft;
  if (saved.error && !stages) return <ProblemState error={saved.error} onRetry={() => void saved.refetch()} />;
  return (
    <SettingsSection title={words.title} text={words.text}>
      {stages ? <Editor draft={draft} stages={stages} /> : <Skeleton className="h-60 w-full" />}
    </SettingsSection>
  );
}

/** What is wrong with the stages, by their places. */
function mistakesIn(stages: readonly Stage[]): ReadonlyMap<number, string> {
  const labels = stages.map(({ label }) => label.trim().toLowerCase());
  const wrong = labels.flatMap((label, at): [number, string][] => {
    if (!label) return [[at, words.mistakes.name]];
    return labels.indexOf(label) === at ? [] : [[at, words.mistakes.twice]];
  });
  return new Map(wrong);
}

interface EditorProps {
  draft: ReturnType<typeof useLifecycleDraft>;
  stages: readonly Stage[];
}

function Editor({ draft, stages }: EditorProps) {
  const { stale, problem, busy } = draft;
  const mistakes = mistakesIn(stages);
  const wrong = mistakes.size > 0;
  const add = () => draft.change([...stages, { name: freshName(stages), label: words.fresh }]);
  return (
    <div className="grid gap-4">
      <Sortable
        label={words.stages}
        items={stages}
        keyOf={(stage) => stage.name}
        nameOf={(stage) => stage.label}
        onMove={(from, to) => {
          const moved = stages[from];
          if (moved) draft.change(stages.toSpliced(from, 1).toSpliced(to, 0, moved));
        }}
        className="divide-y divide-line rounded-card border border-line"
      >
        {(stage, grip, at) => (
          <StageRow
            stage={stage}
            grip={grip}
            mistake={mistakes.get(at)}
            onLabel={(label) => draft.change(stages.with(at, { ...stage, label }))}
            onRemove={() => draft.change(stages.toSpliced(at, 1))}
          />
        )}
      </Sortable>
      <Button icon={Plus} className="justify-self-start" onClick={add}>
        {words.add}
      </Button>
      {draft.changed && (
        <SaveBar
          text={stale ? words.stale : (problem?.detail ?? (wrong ? words.wrong(mistakes.size) : words.unsaved))}
          wrong={wrong || stale || problem !== undefined}
          busy={busy}
          disabled={wrong || stale}
          discard={{ label: words.discard, run: draft.discard }}
          save={{ label: texts.common.save, run: () => void draft.save() }}
        />
      )}
    </div>
  );
}
