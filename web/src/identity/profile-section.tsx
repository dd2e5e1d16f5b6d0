import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { useSession } from '../data/session.ts';
import { useChangeProfile } from '../data/settings.ts';
import { SettingsSection } from '../settings/section.tsx';
import { setLook, useLook } from '../shell/look.ts';
import { settingsTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { say } from '../ui/overlay/toast.tsx';
import { Segments } from '../ui/segments.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { SecondFactorPart, SessionsPart } from './security-part.tsx';

/** One's name, password and second factor, where one is signed in, and how Kith looks on this device. */
export function ProfileSection() {
  return (
    <>
      <LookForm />
      <NameForm />
      <PasswordForm />
      <SecondFactorPart />
      <SessionsPart />
    </>
  );
}

function LookForm() {
  const look = useLook();
  return (
    <SettingsSection title={texts.look.title} text={texts.look.text}>
      <div className="grid gap-3">
        <Line label={texts.look.theme}>
          <Segments
            label={texts.look.theme}
            choices={texts.look.themes}
            chosen={look.theme}
            onChoose={(theme) => setLook({ theme })}
          />
        </Line>
        <Line label={texts.look.contrast}>
          <Segments
            label={texts.look.contrast}
            choices={texts.look.contrasts}
            chosen={look.contrast}
            onChoose={(contrast) => setLook({ contrast })}
          />
        </Line>
        <Line label={texts.look.density}>
          <Segments
            label={texts.look.density}
            choices={texts.look.densities}
            chosen={look.density}
            onChoose={(density) => setLook({ density })}
          />
        </Line>
      </div>
    </SettingsSection>
  );
}

function Line({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex max-w-form flex-wrap items-center justify-between gap-2">
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}

function NameForm() {
  const user = useSession()?.user;
  const [name, setName] = useState<string>();
  const change = useChangeProfile();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name?.trim()) change.mutate({ name: name.trim() }, { onSuccess: () => say(settingsTexts.saved) });
  };
  return (
    <SettingsSection title={settingsTexts.you2} text={user?.email}>
      <form onSubmit={submit} className="grid max-w-form gap-4">
        <Field label={settingsTexts.name}>
          {(ids) => (
            <Input
              {...ids}
              required
              autoComplete="name"
              value={name ?? user?.name ?? ''}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <ProblemNote error={change.error} />
        <Button type="submit" busy={change.isPending} className="justify-self-start">
          {texts.common.save}
        </Button>
      </form>
    </SettingsSection>
  );
}

function PasswordForm() {
  const user = useSession()?.user;
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const change = useChangeProfile();
  const problem = change.error ? ApiProblem.from(change.error) : undefined;
  const has = user?.hasPassword === true;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { newPassword: next, ...(has ? { oldPassword: old } : {}) },
      {
        onSuccess: () => {
          setOld('');
          setNext('');
          say(settingsTexts.passwordChanged);
        },
      },
    );
  };
  return (
    <SettingsSection
      title={has ? settingsTexts.changePassword : settingsTexts.setPassword}
      text={settingsTexts.passwordText}
    >
      <form onSubmit={submit} className="grid max-w-form gap-4">
        <input type="text" hidden readOnly autoComplete="username" value={user?.email ?? ''} />
        {has && (
          <Field label={settingsTexts.oldPassword} error={problem?.errorOf('oldPassword')}>
            {(ids) => (
              <Input
                {...ids}
                type="password"
                required
                autoComplete="current-password"
                value={old}
                onChange={(event) => setOld(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={settingsTexts.newPassword} error={problem?.errorOf('newPassword')}>
          {(ids) => (
            <Input
              {...ids}
              type="password"
              required
              autoComplete="new-password"
              value={next}
              onChange={(event) => setNext(event.target.value)}
            />
          )}
        </Field>
        {problem && problem.errors.length === 0 && <ProblemNote error={problem} />}
        <Button type="submit" busy={change.isPending} disabled={!next} className="justify-self-start">
          {texts.common.save}
        </Button>
      </form>
    </SettingsSection>
  );
}
