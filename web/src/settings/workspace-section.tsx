import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import {
  type Settings,
  type SettingsChange,
  settingsOptions,
  useChangeSettings,
  useTestMail,
} from '../data/settings.ts';
import { settingsTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { say, sayFailed } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemNote, ProblemState } from '../ui/state.tsx';
import { SettingsSection } from './section.tsx';

/** The workspace's name, its address, and the mail server that it sends by. */
export function WorkspaceSection() {
  const { data: settings, error } = useQuery(settingsOptions);
  if (error && !settings) return <ProblemState error={error} />;
  if (!settings) return <Skeleton className="h-60 w-full" />;
  return (
    <>
      <AddressForm settings={settings} />
      <MailForm settings={settings} />
    </>
  );
}

function AddressForm({ settings }: { settings: Settings }) {
  const [name, setName] = useState(settings.name ?? '');
  const [baseUrl, setBaseUrl] = useState(settings.baseUrl ?? '');
  const change = useChangeSettings();
  const problem = change.error ? ApiProblem.from(change.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(
      { name: name.trim(), baseUrl: baseUrl.trim() || null },
      { onSuccess: () => say(settingsTexts.saved) },
    );
  };
  return (
    <SettingsSection title={settingsTexts.workspace}>
      <form onSubmit={submit} className="grid max-w-form gap-4">
        <Field label={settingsTexts.workspaceName} error={problem?.errorOf('name')}>
          {(ids) => <Input {...ids} required value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={settingsTexts.baseUrl} hint={settingsTexts.baseUrlHint} error={problem?.errorOf('baseUrl')}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="url"
              placeholder={settings.effective?.baseUrl ?? location.origin}
              value={baseUrl}
              onChange={(event) => setBaseUrl(event.target.value)}
            />
          )}
        </Field>
        {problem && problem.errors.length === 0 && <ProblemNote error={problem} />}
        <Button type="submit" busy={change.isPending} className="justify-self-start">
          {texts.common.save}
        </Button>
      </form>
    </SettingsSection>
  );
}

interface MailDraft {
  host: string;
  port: string;
  user: string;
  from: string;
  password: string;
}

function draftOf({ mail }: Settings): MailDraft {
  return {
    host: mail?.host ?? '',
    port: String(mail?.port ?? 587),
    user: mail?.user ?? '',
    from: mail?.from ?? '',
    password: '',
  };
}

/** Without a host there is no mail server. */
function mailOf({ host, port, user, from, password }: MailDraft): SettingsChange['mail'] {
  if (!host.trim()) return null;
  return {
    host: host.trim(),
    port: Number(port),
    user: user.trim() || null,
    from: from.trim(),
    ...(password ? { password } : {}),
  };
}

function MailForm({ settings }: { settings: Settings }) {
  const [draft, setDraft] = useState(() => draftOf(settings));
  const change = useChangeSettings();
  const problem = change.error ? ApiProblem.from(change.error) : undefined;
  const input = (name: keyof MailDraft, more: { type?: string; placeholder?: string } = {}) => (
    <Field label={settingsTexts.mailFields[name]} error={problem?.errorOf(name)}>
      {(ids) => (
        <Input
          {...ids}
          type={more.type ?? 'text'}
          autoComplete="off"
          placeholder={more.placeholder}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ mail: mailOf(draft) }, { onSuccess: () => say(settingsTexts.saved) });
  };
  const fromEnvironment = settings.effective?.mail === 'environment';
  return (
    <SettingsSection
      title={settingsTexts.mail}
      text={fromEnvironment ? settingsTexts.mailFromEnvironment : settingsTexts.mailText}
    >
      <form onSubmit={submit} className="grid max-w-form gap-4">
        <div className="grid gap-4 tab:grid-cols-[1fr_96px]">
          {input('host', { placeholder: 'smtp.example.com' })}
          {input('port', { type: 'number' })}
        </div>
        <div className="grid gap-4 tab:grid-cols-2">
          {input('user')}
          {input('password', {
            type: 'password',
            placeholder: settings.mail?.hasPassword ? settingsTexts.passwordKept : '',
          })}
        </div>
        {input('from', { placeholder: 'Kith <kith@example.com>' })}
        {problem && <ProblemNote error={problem} />}
        <div className="flex gap-2">
          <Button type="submit" busy={change.isPending}>
            {texts.common.save}
          </Button>
          <TestMail disabled={!settings.mail && !fromEnvironment} />
        </div>
      </form>
    </SettingsSection>
  );
}

function TestMail({ disabled }: { disabled: boolean }) {
  const test = useTestMail();
  const send = () =>
    test.mutate(undefined, {
      onSuccess: (answer) => say(settingsTexts.mailSent(answer?.to)),
      onError: (error) => sayFailed(ApiProblem.from(error).detail),
    });
  return (
    <Button kind="quiet" busy={test.isPending} disabled={disabled} onClick={send}>
      {settingsTexts.testMail}
    </Button>
  );
}
