import { Plus } from 'lucide-react';
import { Suspense, useState } from 'react';
import { sayWithUndo } from '../data/changes.ts';
import { ApiProblem } from '../data/problem.ts';
import { type Pipeline, refreshPipelines, type Stage, saveStages } from '../data/setup/pipelines.ts';
import { SaveBar } from '../settings/save-bar.tsx';
import { texts, pipelinesTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Sortable } from '../ui/forms/sortable.tsx';
import { lazily } from '../ui/lazily.ts';
import { LossReasons } from './loss-reasons.tsx';
import { PipelineHead } from './pipeline-head.tsx';
import { stageMistakes } from './stage-mistakes.ts';
import { StageRow } from './stage-row.tsx';
import { useStageDraft } from './use-pipeline-draft.ts';

const GoneStagesDialog = lazily(() => import('./gone-stages-dialog.tsx').then((module) => module.GoneStagesDialog));

/** One pipeline: its stages in their order, and what belongs to it as a whole. */
export function PipelineEditor({ pipeline, only }: { pipeline: Pipeline; only: boolean }) {
  const draft = useStageDraft(pipeline);
  const saving = useSaving(pipeline, draft);
  const mistakes = stageMistakes(draft.stages);
  const wrong = mistakes.size > 0;
  return (
    <div className="grid gap-8">
      <PipelineHead pipeline={pipeline} only={only} />
      <section className="grid gap-3">
        <div>
          <h3 className="font-semibold">{words.stages}</h3>
          <p className="text-secondary">{words.stagesText}</p>
        </div>
        <Sortable
          label={words.stages}
          items={draft.stages}
          keyOf={(stage) => stage.key}
          nameOf={(stage) => stage.name}
          onMove={draft.move}
          className="divide-y divide-line rounded-card border border-line"
        >
          {(stage, grip, at) => (
            <StageRow
              stage={stage}
              grip={grip}
              mistake={mistakes.get(at)}
              onChange={(part) => draft.change(stage.key, part)}
              onRemove={() => draft.remove(stage.key)}
            />
          )}
        </Sortable>
        <p role="status" className={mistakes.has(-1) ? 'text-danger-text text-xs' : 'only-read'}>
          {mistakes.get(-1)}
        </p>
        <Button icon={Plus} className="justify-self-start" onClick={() => draft.add(words.stage.fresh)}>
          {words.stage.add}
        </Button>
      </section>
      <LossReasons pipeline={pipeline} />
      {draft.changed && (
        <SaveBar
          text={
            draft.stale ? words.stale : (saving.problem?.detail ?? (wrong ? words.wrong(mistakes.size) : words.unsaved))
          }
          wrong={wrong || draft.stale || saving.problem !== undefined}
          busy={saving.busy}
          disabled={wrong || draft.stale}
          discard={{ label: words.discard, run: draft.discard }}
          save={{ label: texts.common.save, run: () => void saving.save({}) }}
        />
      )}
      <Suspense>
        {saving.asking.length > 0 && (
          <GoneStagesDialog
            going={saving.asking}
            stages={draft.stages}
            busy={saving.busy}
            onClose={saving.leave}
            onSave={(moveTo) => void saving.save(moveTo)}
          />
        )}
      </Suspense>
    </div>
  );
}

/** Saving the stages; where deals stand in one that goes, asking first where they shall go. */
function useSaving(pipeline: Pipeline, draft: ReturnType<typeof useStageDraft>) {
  const [busy, setBusy] = useState(false);
  const [asking, ask] = useState<Stage[]>([]);
  const [problem, setProblem] = useState<ApiProblem>();
  const going = pipeline.stages.filter((stage) => !draft.stages.some((one) => one.id === stage.id));
  const save = async (moveTo: Record<string, string>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const { changeSetId } = await saveStages({ id: pipeline.id, version: draft.version }, draft.stages, moveTo);
      await refreshPipelines();
      draft.discard();
      ask([]);
      sayWithUndo(words.saved, changeSetId);
    } catch (error) {
      const refused = ApiProblem.from(error);
      const used = going.filter((stage) => refused.errors.some((one) => one.path === `moveTo.${stage.id}`));
      ask(used);
      if (used.length === 0) setProblem(refused);
    }
    setBusy(false);
  };
  return { busy, asking, problem, save, leave: () => ask([]) };
}
