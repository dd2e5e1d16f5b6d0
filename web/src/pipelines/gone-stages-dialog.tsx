import { type FormEvent, useState } from 'react';
import type { Stage, StageDraft } from '../data/setup/pipelines.ts';
import { pipelinesTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';

const words = pipelinesTexts.gone;

interface GoneStagesDialogProps {
  going: Stage[];
  stages: StageDraft[];
  busy: boolean;
  onClose: () => void;
  onSave: (moveTo: Record<string, string>) => void;
}

/** Stages that are deleted while deals stand in them: where shall those go? */
export function GoneStagesDialog({ going, stages, busy, onClose, onSave }: GoneStagesDialogProps) {
  // A new stage has no id yet: the server knows it by its name.
  const targets = stages.map((stage) => ({ value: stage.id ?? stage.name, stage }));
  const likely = (from: Stage) => (targets.find(({ stage }) => stage.kind === from.kind) ?? targets[0])?.value ?? '';
  const [moveTo, setMoveTo] = useState(() => Object.fromEntries(going.map((from) => [from.id, likely(from)])));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(moveTo);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      description={words.text}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="gone-form" busy={busy}>
            {words.save}
          </Button>
        </>
      }
    >
      <form id="gone-form" onSubmit={submit} className="grid gap-4">
        {going.map((from) => (
          <Field key={from.id} label={words.from(from.name)}>
            {(ids) => (
              <Select
                {...ids}
                value={moveTo[from.id]}
                onChange={(event) => setMoveTo({ ...moveTo, [from.id]: event.target.value })}
              >
                {targets.map(({ value, stage }) => (
                  <option key={stage.key} value={value}>
                    {stage.name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </form>
    </Dialog>
  );
}
