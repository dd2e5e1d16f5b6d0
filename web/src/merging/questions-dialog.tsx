import { useState } from 'react';
import type { Question } from '../data/setup/merging.ts';
import { texts, mergingTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { takeBackOrAsk } from './take-back.ts';

interface QuestionsDialogProps {
  mergeId: string;
  questions: readonly Question[];
  onClose: () => void;
}

/** Asks to whom belongs what came while contacts were one, and takes the merge back. */
export function QuestionsDialog({ mergeId, questions, onClose }: QuestionsDialogProps) {
  const [answers, setAnswers] = useState<Record<string, string>>(() =>
    Object.fromEntries(questions.map(({ key, options }) => [key, options[0]?.id ?? ''])),
  );
  const [busy, setBusy] = useState(false);
  const decide = async () => {
    setBusy(true);
    await takeBackOrAsk(mergeId, answers);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.undecidedTitle}
      description={words.undecidedText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void decide()}>
            {words.separate}
          </Button>
        </>
      }
    >
      <ul className="grid gap-4">
        {questions.map(({ key, question, value, options }) => (
          <li key={key} className="grid justify-items-start gap-2">
            <p>{question}</p>
            {value !== undefined && value !== null && (
              <p className="wrap-anywhere text-secondary" dir="auto">
                {words.value(String(value))}
              </p>
            )}
            <Segments
              label={question}
              choices={options.map(({ id, name }, index) => ({
                name: id,
                label: options.some((other) => other.id !== id && other.name === name)
                  ? `${name} (${index + 1})`
                  : name,
              }))}
              chosen={answers[key] ?? ''}
              onChoose={(id) => setAnswers({ ...answers, [key]: id })}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
