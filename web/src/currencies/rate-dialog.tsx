import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { type CurrencyRate, currencyRates } from '../data/setup/currency-rates.ts';
import { texts, currenciesTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** Says what a currency is worth from a day on. */
export function RateDialog({ rate, onClose }: { rate: CurrencyRate | undefined; onClose: () => void }) {
  const [draft, setDraft] = useState({
    currency: rate?.currency ?? '',
    rate: rate?.rate ?? '',
    date: rate?.date ?? today(),
    source: rate?.source ?? '',
  });
  const save = currencyRates.useSave(({ currency }) => words.rateSaved(currency));
  const problem = save.error ? ApiProblem.from(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = {
      currency: draft.currency.trim().toUpperCase(),
      rate: draft.rate.trim().replace(',', '.'),
      date: draft.date,
      source: draft.source.trim() || null,
    };
    save.mutate({ id: rate?.id, values }, { onSuccess: onClose });
  };
  const input = (name: keyof typeof draft, more: { hint?: string; type?: string; className?: string } = {}) => (
    <Field label={words[name]} {...(more.hint ? { hint: more.hint } : {})} error={problem?.errorOf(name)}>
      {(ids) => (
        <Input
          {...ids}
          type={more.type ?? 'text'}
          inputMode={name === 'rate' ? 'decimal' : undefined}
          required={name !== 'source'}
          maxLength={name === 'currency' ? 3 : name === 'rate' ? 25 : 100}
          className={more.className ?? ''}
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={rate ? words.editTitle : words.add}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="rate-form" busy={save.isPending}>
            {texts.common.save}
          </Button>
        </>
      }
    >
      <form id="rate-form" onSubmit={submit} className="grid gap-4">
        <div className="grid grid-cols-2 gap-3">
          {input('currency', { className: 'uppercase' })}
          {input('rate')}
        </div>
        {input('date', { type: 'date' })}
        {input('source', { hint: words.sourceHint })}
        {problem && !['currency', 'rate', 'date', 'source'].some((name) => problem.errorOf(name)) && (
          <ProblemNote error={problem} />
        )}
      </form>
    </Dialog>
  );
}
