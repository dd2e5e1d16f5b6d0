import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { signInBySecondFactor } from '../data/security.ts';
import { securityTexts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { CodeField } from './code-field.tsx';

/** The second step of signing in. */
export function SecondStep({ onDone }: { onDone: () => void }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await signInBySecondFactor(code);
      onDone();
    } catch (problem) {
      setError(ApiProblem.from(problem));
      setBusy(false);
    }
  };
  return (
    <form ref={form} onSubmit={(event) => void submit(event)} className="mt-4 grid gap-4">
      <p className="text-pretty text-secondary">{securityTexts.codeText}</p>
      <ProblemNote error={error} />
      <CodeField value={code} onChange={setCode} />
      <Button kind="primary" type="submit" busy={busy}>
        {securityTexts.codeSubmit}
      </Button>
    </form>
  );
}
