import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useFieldMap } from '../data/catalogue.ts';
import { type LeadVerb, leadSettingsOptions } from '../data/leads.ts';
import { ApiProblem } from '../data/problem.ts';
import type { KithRecord } from '../data/types.ts';
import { nameOf } from '../data/values.ts';
import { FieldInput } from '../records/field/field-input.tsx';
import { leadTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select, TextArea } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { useDecide } from './use-decide.ts';

export type DialogVerb = Exclude<LeadVerb, 'accept'>;

interface DecideDialogProps {
  lead: KithRecord;
  verb: DialogVerb;
  onClose: () => void;
}

const verbs = (['convert', 'reject', 'disqualify'] as const).map((name) => ({ name, label: leadTexts.verbs[name] }));

/** What becomes of a lead: a deal, somebody else's, or nothing; one dialog for all three. */
export function DecideDialog({ lead, verb: begin, onClose }: DecideDialogProps) {
  const [verb, setVerb] = useState(begin);
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [error, setError] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const decide = useDecide();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const given = verb === 'convert' ? values : { reason: values.reason };
    try {
      await decide(
        verb,
        lead,
        Object.fromEntries(Object.entries(given).filter(([name, value]) => value && isAsked(verb, name))),
      );
      onClose();
    } catch (problem) {
      setError(ApiProblem.from(problem));
      setBusy(false);
    }
  };
  const set = (name: string) => (value: unknown) => setValues({ ...values, [name]: value });
  return (
    <Dialog
      open
      onClose={onClose}
      title={nameOf(lead)}
      description={leadTexts.hints[verb]}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form="decide-form"
            busy={busy}
            disabled={verb !== 'convert' && !values.reason}
          >
            {leadTexts.verbs[verb]}
          </Button>
        </>
      }
    >
      <form id="decide-form" noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        <div>
          <Segments label={leadTexts.verb} choices={verbs} chosen={verb} onChoose={setVerb} />
        </div>
        {verb === 'convert' ? (
          <DealFields values={values} error={error} set={set} placeholder={String(lead.company ?? nameOf(lead))} />
        ) : (
          <Reason verb={verb} value={values.reason} onChange={set('reason')} />
        )}
        <ProblemNote error={error} />
      </form>
    </Dialog>
  );
}

const asked: Record<DialogVerb, string[]> = {
  convert: ['dealName', 'amount', 'currency', 'closeDate', 'nextStep'],
  reject: ['reason'],
  disqualify: ['reason'],
};
const isAsked = (verb: DialogVerb, name: string) => asked[verb].includes(name);

interface DealFieldsProps {
  values: Record<string, unknown>;
  error: ApiProblem | undefined;
  set: (name: string) => (value: unknown) => void;
  placeholder: string;
}

function DealFields({ values, error, set, placeholder }: DealFieldsProps) {
  const fields = useFieldMap('deal');
  return (
    <div className="grid gap-4 tab:grid-cols-2">
      <Field label={leadTexts.dealName} error={error?.errorOf('dealName')}>
        {(ids) => (
          <Input
            {...ids}
            maxLength={500}
            placeholder={placeholder}
            value={String(values.dealName ?? '')}
            onChange={(event) => set('dealName')(event.target.value)}
          />
        )}
      </Field>
      {asked.convert.slice(1).map((name) => {
        const field = fields.get(name);
        return (
          field && (
            <Field key={name} label={field.label} error={error?.errorOf(name)}>
              {(ids) => <FieldInput {...ids} field={field} value={values[name] ?? null} onChange={set(name)} />}
            </Field>
          )
        );
      })}
    </div>
  );
}

interface ReasonProps {
  verb: DialogVerb;
  value: unknown;
  onChange: (value: unknown) => void;
}

function Reason({ verb, value, onChange }: ReasonProps) {
  const reasons = useQuery(leadSettingsOptions).data?.disqualificationReasons ?? [];
  return (
    <Field label={leadTexts.reason}>
      {(ids) =>
        verb === 'disqualify' ? (
          <Select
            {...ids}
            value={reasons.includes(String(value)) ? String(value) : ''}
            onChange={(event) => onChange(event.target.value)}
          >
            <option value="" disabled>
              {texts.picker.choose}
            </option>
            {reasons.map((reason) => (
              <option key={reason}>{reason}</option>
            ))}
          </Select>
        ) : (
          <TextArea {...ids} value={String(value ?? '')} onChange={(event) => onChange(event.target.value)} />
        )
      }
    </Field>
  );
}
