import { type Field as RecordField, useFields } from '../data/catalogue.ts';
import type { StageDraft } from '../data/setup/pipelines.ts';
import { FieldInput } from '../records/field/field-input.tsx';
import { pipelinesTexts } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Select } from '../ui/input.tsx';

const words = pipelinesTexts.stage;

interface StageDetailsProps {
  stage: StageDraft;
  onChange: (part: Partial<StageDraft>) => void;
}

/** What a stage asks for, when a deal has gone quiet in it, and how it counts in a forecast. */
export function StageDetails({ stage, onChange }: StageDetailsProps) {
  const open = stage.kind === 'open';
  return (
    <div className="grid gap-4 px-1 pb-2 tab:grid-cols-3 tab:pl-9">
      <Field label={words.requires} hint={words.requiresHint}>
        {(ids) => <RequiresInput {...ids} requires={stage.requires} onChange={(requires) => onChange({ requires })} />}
      </Field>
      {open && (
        <Field label={words.rotting} hint={words.rottingHint}>
          {(ids) => (
            <NumberInput
              {...ids}
              placeholder={words.never}
              value={stage.rottingDays ?? undefined}
              onNumber={(days) => onChange({ rottingDays: days ?? null })}
            />
          )}
        </Field>
      )}
      {open && (
        <Field label={words.category}>
          {(ids) => (
            <Select
              {...ids}
              value={stage.forecastCategory}
              onChange={(event) => onChange({ forecastCategory: event.target.value })}
            >
              {Object.entries(words.categories).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  );
}

interface RequiresInputProps {
  id: string;
  requires: string[];
  onChange: (requires: string[]) => void;
}

/** The fields of a deal as choices. */
function RequiresInput({ requires, onChange, ...ids }: RequiresInputProps) {
  const fields = useFields('deal').filter((field) => field.editable);
  const choice: RecordField = {
    name: 'requires',
    label: words.requires,
    type: 'choice',
    description: '',
    options: fields.map((field) => ({ value: field.name, label: field.label })),
    custom: false,
    sortable: false,
    filterable: false,
    editable: true,
  };
  return (
    <FieldInput
      {...ids}
      many
      field={choice}
      value={requires}
      onChange={(value) => onChange(Array.isArray(value) ? value.map(String) : [])}
    />
  );
}
