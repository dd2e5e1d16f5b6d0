import { type FormEvent, useEffect, useId, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { queryClient } from '../data/query-client.ts';
import { useStepUp } from '../data/security.ts';
import { securityTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { say } from '../ui/overlay/toast.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { CodeField } from './code-field.tsx';

/** Asks for the second factor once more whenever the server has refused something for want of it. */
export function StepUpOnDemand() {
  const [asked, setAsked] = useState(false);
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe(({ mutation, type }) => {
        if (type !== 'updated' || mutation.state.status !== 'error') return;
        if (ApiProblem.from(mutation.state.error).code === 'step_up_needed') setAsked(true);
      }),
    [],
  );
  return asked && <StepUpDialog onClose={() => setAsked(false)} />;
}

function StepUpDialog({ onClose }: { onClose: () => void }) {
  const form = useId();
  const [code, setCode] = useState('');
  const stepUp = useStepUp();
  const problem = stepUp.error ? ApiProblem.from(stepUp.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    stepUp.mutate(code, {
      onSuccess: () => {
        say(securityTexts.stepUpDone);
        onClose();
      },
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={securityTexts.stepUpTitle}
      description={securityTexts.stepUpText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form={form} busy={stepUp.isPending}>
            {securityTexts.stepUpSubmit}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-4">
        {problem && problem.errors.length === 0 && <ProblemNote error={problem} />}
        <CodeField value={code} onChange={setCode} error={problem?.errorOf('code')} />
      </form>
    </Dialog>
  );
}
