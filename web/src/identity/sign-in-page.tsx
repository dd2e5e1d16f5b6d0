import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { signInByLink, signInByPassword } from '../data/session.ts';
import { useTitle } from '../shell/title.ts';
import { KithMark } from '../shell/workspace-mark.tsx';
import { texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { lazily } from '../ui/lazily.ts';
import { Spinner } from '../ui/spinner.tsx';
import { ProblemNote } from '../ui/state.tsx';

const SecondStep = lazily(() => import('./second-step.tsx').then((module) => module.SecondStep));

/** Only addresses of this app: a link must not be able to lead a person elsewhere after signing in. */
function safeNext(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';
}

export function SignInPage() {
  const { token, next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [error, setError] = useState<ApiProblem>();
  const [linkFailed, setLinkFailed] = useState(false);
  const [isHalfIn, setHalfIn] = useState(false);
  const used = useRef(false);
  const done = () => void navigate({ href: safeNext(next), replace: true });
  const fail = useCallback((problem: unknown) => {
    const refused = ApiProblem.from(problem);
    if (refused.code === 'second_factor_needed') setHalfIn(true);
    else setError(refused);
  }, []);
  useTitle(texts.signIn.title);
  useEffect(() => {
    // A link works once: a second call, as React's strict mode makes, would spend it in vain.
    if (!token || used.current) return;
    used.current = true;
    signInByLink(token).then(
      () => navigate({ href: safeNext(next), replace: true }),
      (problem) => {
        fail(problem);
        setLinkFailed(true);
      },
    );
  }, [token, next, navigate, fail]);
  return (
    <main className="grid h-full place-items-center overflow-y-auto bg-bg p-6">
      <div className="w-full max-w-side pb-24">
        <KithMark className="size-8" />
        <h1 className="mt-6 font-semibold text-xl">{texts.signIn.title}</h1>
        {isHalfIn ? (
          <Suspense>
            <SecondStep onDone={done} />
          </Suspense>
        ) : token && !linkFailed ? (
          <p className="mt-4 flex items-center gap-2 text-secondary" role="status">
            <Spinner />
            {texts.signIn.byLink}
          </p>
        ) : (
          <PasswordForm error={error} onFail={fail} onDone={done} />
        )}
      </div>
    </main>
  );
}

interface PasswordFormProps {
  error: ApiProblem | undefined;
  onFail: (problem: unknown) => void;
  onDone: () => void;
}

function PasswordForm({ error, onFail, onDone }: PasswordFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await signInByPassword(email.trim(), password);
      onDone();
    } catch (problem) {
      onFail(problem);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-4 grid gap-4">
      <ProblemNote error={error} />
      <Field label={texts.signIn.email}>
        {(ids) => (
          <Input
            {...ids}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.signIn.password}>
        {(ids) => (
          <Input
            {...ids}
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button kind="primary" type="submit" busy={busy}>
        {texts.signIn.submit}
      </Button>
      <p className="text-secondary">
        {texts.signIn.hint} <code className="rounded-mark bg-pressed px-1 font-mono text-xs">npx kith login-link</code>
      </p>
    </form>
  );
}
