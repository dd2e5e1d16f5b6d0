import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { scoringModelOptions } from '../data/records.ts';
import { useOverrideScore } from '../data/score-override.ts';
import type { Score } from '../data/types.ts';
import { recordTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Input, TextArea } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { tierAt } from './tier-at.ts';
import { TierChip } from './tier-mark.tsx';

const words = recordTexts.score.override;
const isScore = (value: number) => Number.isInteger(value) && value >= 0 && value <= 100;
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

interface OverrideDialogProps {
  contactId: string;
  score: Score;
  onClose: () => void;
}

/** Sets a score by hand, which needs a reason. */
export function OverrideDialog({ contactId, score, onClose }: OverrideDialogProps) {
  const [number, setNumber] = useState(score.score);
  const [reason, setReason] = useState(score.override?.reason ?? '');
  const [until, setUntil] = useState(score.override?.until?.slice(0, 10) ?? '');
  const { data: model } = useQuery(scoringModelOptions);
  const override = useOverrideScore(contactId);
  const problem = override.error ? ApiProblem.from(override.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The day that is named is the last one.
    const end = until ? new Date(`${until}T23:59:59`).toISOString() : undefined;
    override.mutate({ score: number, reason: reason.trim(), ...(end ? { until: end } : {}) }, { onSuccess: onClose });
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
          <Button
            kind="primary"
            type="submit"
            form="override-form"
            busy={override.isPending}
            disabled={!isScore(number) || !reason.trim()}
          >
            {words.set}
          </Button>
        </>
      }
    >
      <form id="override-form" onSubmit={submit} className="grid gap-4">
        <Field
          label={words.score}
          error={isScore(number) ? problem?.errorOf('score') : words.wrong}
          action={model && isScore(number) && <TierChip tier={tierAt(model.thresholds, number)} />}
        >
          {(ids) => <NumberInput {...ids} value={number} onNumber={(value) => setNumber(value ?? Number.NaN)} />}
        </Field>
        <Field label={words.reason} hint={words.reasonHint} error={problem?.errorOf('reason')}>
          {(ids) => (
            <TextArea
              {...ids}
              required
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={words.until} hint={words.untilHint} error={problem?.errorOf('until')}>
          {(ids) => (
            <Input
              {...ids}
              type="date"
              min={today()}
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
        {problem && problem.errors.length === 0 && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}
