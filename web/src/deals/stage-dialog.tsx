import { type FormEvent, useState } from 'react';
import { type Field as CatalogueField, useFieldMap } from '../data/catalogue.ts';
import { ApiProblem } from '../data/problem.ts';
import { nameOf } from '../data/values.ts';
import { FieldInput } from '../records/field/field-input.tsx';
import { dealTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';
import type { StageAsks } from './use-move.ts';

interface StageDialogProps {
  asks: StageAsks;
  lossReasons: readonly string[];
  onMove: (values: Record<string, unknown>) => Promise<void>;
  onClose: () => void;
}

/** Asks for just what the stage needs and the deal has not. */
export function StageDialog({ asks: { deal, stage, problem }, lossReasons, onMove, onClose }: StageDialogProps) {
  const fields = useFieldMap('deal');
  const [values, setValues] = useState<Record<string, unknown>>({});
  const [refused, setRefused] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const names = [...new Set(problem.errors.map((error) => error.path.replace(/^customFields\./, 'custom.')))];
  const asked = names.map((name) => fields.get(name)).filter((field) => field !== undefined);
  const missing = asked.some((field) => values[field.name] === undefined || values[field.name] === '');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      await onMove(values);
    } catch (error) {
      setRefused(ApiProblem.from(error));
      setBusy(false);
    }
  };
  const isNamed = asked.some((field) => refused?.errorOf(field.name));
  return (
    <Dialog
      open
      onClose={onClose}
      title={stage.kind === 'open' ? dealTexts.asks.open(stage.name) : dealTexts.asks[stage.kind]}
      description={dealTexts.asksText(nameOf(deal))}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="stage-form" busy={busy} disabled={missing}>
            {dealTexts.move}
          </Button>
        </>
      }
    >
      <form id="stage-form" noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
        {asked.map((field) => (
          <Field key={field.name} label={field.label} error={refused?.errorOf(field.name)}>
            {(ids) =>
              field.name === 'lostReason' && lossReasons.length > 0 ? (
                <Reason
                  {...ids}
                  field={field}
                  reasons={lossReasons}
                  value={values.lostReason}
                  onChange={(value) => setValues({ ...values, lostReason: value })}
                />
              ) : (
                <FieldInput
                  {...ids}
                  field={field}
                  value={values[field.name] ?? null}
                  onChange={(value) => setValues({ ...values, [field.name]: value })}
                />
              )
            }
          </Field>
        ))}
        {refused && !isNamed && <ProblemNote error={refused} />}
      </form>
    </Dialog>
  );
}

interface ReasonProps {
  id: string;
  field: CatalogueField;
  reasons: readonly string[];
  value: unknown;
  onChange: (value: string) => void;
}

function Reason({ field, reasons, value, onChange, ...ids }: ReasonProps) {
  return (
    <Select
      {...ids}
      aria-label={field.label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" disabled>
        {texts.picker.choose}
      </option>
      {reasons.map((reason) => (
        <option key={reason} value={reason}>
          {reason}
        </option>
      ))}
    </Select>
  );
}
