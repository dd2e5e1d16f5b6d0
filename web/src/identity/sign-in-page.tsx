import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { signInByLink, signInByPassword } from '../data/session.ts';
import { useTitle } from '../shell/title.ts';
import { KithMark } from '../shell/workspace-mark.tsx';
import { texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { ProblemNote } from '../ui/state.tsx';

/** Only addresses of this app: a link must not be able to lead a person elsewhere after signing in. */
function safeNext(next: string | undefined): string {
  return next?.startsWith('/') && !next.startsWith('//') && !next.startsWith('/\\') ? next : '/';
}

export function SignInPage() {
  const { token, next } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const [error, setError] = useState<ApiProblem>();
  const [linkFailed, setLinkFailed] = useState(false);
  const used = useRef(false);
  useTitle(texts.signIn.title);
  useEffect(() => {
    // A link works once: a second call, as React's strict mode makes, would spend it in vain.
    if (!token || used.current) return;
    used.current = true;
    signInByLink(token).then(
      () => navigate({ href: safeNext(next), replace: true }),
      (problem) => {
        setError(ApiProblem.from(problem));
        setLinkFailed(true);
      },
    );
  }, [token, next, navigate]);
  return (
    <main className="grid h-full place-items-center overflow-y-auto bg-bg p-6">
      <div className="w-full max-w-side pb-24">
        <KithMark className="size-8" />
        <h1 className="mt-6 font-semibold text-xl">{texts.signIn.title}</h1>
        {token && !linkFailed ? (
          <p className="mt-4 flex items-center gap-2 text-secondary" role="status">
            <Spinner />
            {texts.signIn.byLink}
          </p>
        ) : (
          <PasswordForm
            linkError={linkFailed ? error : undefined}
            onDone={() => void navigate({ href: safeNext(next), replace: true })}
          />
        )}
      </div>
    </main>
  );
}

function PasswordForm({ linkError, onDone }: { linkError: ApiProblem | undefined; onDone: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await signInByPassword(email.trim(), password);
      onDone();
    } catch (problem) {
      setError(ApiProblem.from(problem));
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="mt-4 grid gap-4">
      <ProblemNote error={error ?? linkError} />
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
