import { useQuery } from '@tanstack/react-query';
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { type FormEvent, Suspense, useState } from 'react';
import { useMay } from '../data/permissions.ts';
import { ApiProblem } from '../data/problem.ts';
import { settingsOptions, useChangeSettings } from '../data/settings.ts';
import { type CurrencyRate, currencyRates } from '../data/setup/currency-rates.ts';
import { SettingsSection } from '../settings/section.tsx';
import { texts, currenciesTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { exactDay } from '../ui/format.ts';
import { Input } from '../ui/input.tsx';
import { lazily } from '../ui/lazily.ts';
import { say } from '../ui/overlay/toast.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ProblemState } from '../ui/state.tsx';

const RateDialog = lazily(() => import('./rate-dialog.tsx').then((module) => module.RateDialog));

/** The workspace's own currency, and what others are worth in it. */
export function CurrenciesSection() {
  const maySet = useMay('settings:write');
  return (
    <>
      <SettingsSection title={words.title} text={words.text}>
        {maySet && <OwnCurrency />}
      </SettingsSection>
      <Rates />
    </>
  );
}

function OwnCurrency() {
  const { data: settings } = useQuery(settingsOptions);
  const [typed, setTyped] = useState<string>();
  const change = useChangeSettings();
  const problem = change.error ? ApiProblem.from(change.error) : undefined;
  const shown = typed ?? settings?.currency ?? '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ currency: shown.trim().toUpperCase() }, { onSuccess: () => say(words.saved) });
  };
  return (
    <form onSubmit={submit} className="grid max-w-form gap-3">
      <div>
        <Field label={words.own} hint={words.ownHint} error={problem?.detail}>
          {(ids) => (
            <Input
              {...ids}
              required
              maxLength={3}
              placeholder={words.usual}
              className="uppercase"
              value={shown}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button
        type="submit"
        busy={change.isPending}
        disabled={shown === (settings?.currency ?? '')}
        className="justify-self-start"
      >
        {texts.common.save}
      </Button>
    </form>
  );
}

function Rates() {
  const { data: rates, error, refetch } = useQuery(currencyRates.options);
  const [editing, setEditing] = useState<CurrencyRate | 'new'>();
  if (error && !rates) return <ProblemState error={error} onRetry={() => void refetch()} />;
  return (
    <SettingsSection
      title={words.rates}
      text={words.ratesText}
      action={
        <Button kind="primary" icon={Plus} onClick={() => setEditing('new')}>
          {words.add}
        </Button>
      }
    >
      {!rates && <Skeleton className="h-40 w-full" />}
      {rates?.length === 0 && <p className="text-secondary">{words.none}</p>}
      {rates && rates.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line">
          {rates.map((rate) => (
            <RateRow key={rate.id} rate={rate} onEdit={() => setEditing(rate)} />
          ))}
        </ul>
      )}
      <Suspense>
        {editing && <RateDialog rate={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
      </Suspense>
    </SettingsSection>
  );
}

function RateRow({ rate, onEdit }: { rate: CurrencyRate; onEdit: () => void }) {
  const day = exactDay(rate.date);
  return (
    <li className="flex items-center gap-3 py-2 pr-2 pl-4">
      <span className="flex min-w-0 grow flex-wrap gap-x-3">
        <span className="tabular font-medium">{words.sentence(rate.currency, rate.rate, rate.base)}</span>
        <span className="text-secondary">{[words.from(day), rate.source].filter(Boolean).join(' · ')}</span>
      </span>
      <IconButton icon={Pencil} label={words.edit(rate.currency, day)} onClick={onEdit} />
      <IconButton
        icon={Trash2}
        label={words.delete(rate.currency, day)}
        onClick={() => void currencyRates.remove(rate, words.rateDeleted(rate.currency))}
      />
    </li>
  );
}
