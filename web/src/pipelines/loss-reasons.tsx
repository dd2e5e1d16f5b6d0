import { useState } from 'react';
import { sayWithUndo } from '../data/changes.ts';
import { ApiProblem } from '../data/problem.ts';
import { changePipeline, type Pipeline } from '../data/setup/pipelines.ts';
import { texts, pipelinesTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { TextArea } from '../ui/input.tsx';
import { sayFailed } from '../ui/overlay/toast.tsx';

/** Why deals of this pipeline can be lost. */
export function LossReasons({ pipeline }: { pipeline: Pipeline }) {
  const saved = pipeline.lossReasons.join('\n');
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? saved;
  const save = async () => {
    const lossReasons = [
      ...new Set(
        shown
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ];
    try {
      const { changeSetId } = await changePipeline(pipeline.id, { lossReasons });
      setTyped(undefined);
      sayWithUndo(words.saved, changeSetId);
    } catch (error) {
      sayFailed(ApiProblem.from(error).detail);
    }
  };
  return (
    <section className="grid max-w-form gap-3">
      <div>
        <h3 className="font-semibold">{words.reasons.title}</h3>
        <p className="text-secondary">{words.reasons.text}</p>
      </div>
      <TextArea aria-label={words.reasons.title} value={shown} onChange={(event) => setTyped(event.target.value)} />
      {shown !== saved && (
        <Button className="justify-self-start" onClick={() => void save()}>
          {texts.common.save}
        </Button>
      )}
    </section>
  );
}
