import { ChevronRight } from 'lucide-react';
import { texts, fieldsTexts as words } from '../texts/index.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { NumberInput } from '../ui/forms/number-input.tsx';
import { Input, Select } from '../ui/input.tsx';
import type { PartProps } from './field-dialog.tsx';
import { hasDefault } from './field-draft.ts';
import { canBeUnique, isNumber, isWords } from './field-types.ts';

/** What values have to be like, and what stands there when nothing is given. */
export function RuleInputs(part: PartProps) {
  const { draft, set, problem } = part;
  return (
    <>
      <Check label={words.required} checked={draft.required} onChange={(required) => set({ required })} />
      {canBeUnique(draft.type) && (
        <Check label={words.unique} checked={draft.unique} onChange={(unique) => set({ unique })} />
      )}
      <details className="group">
        <summary className="flex h-control-small list-none items-center gap-2 rounded-control text-secondary hover:text-text">
          <ChevronRight aria-hidden className="transition-transform group-open:rotate-90" />
          {words.more}
        </summary>
        <div className="grid gap-4 pt-3">
          {isNumber(draft.type) && <Limits {...part} names={['min', 'max']} />}
          {isWords(draft.type) && <Limits {...part} names={['minLength', 'maxLength']} />}
          {isWords(draft.type) && (
            <Field label={words.rules.pattern} hint={words.rules.patternHint} error={problem?.errorOf('rules.pattern')}>
              {(ids) => (
                <Input
                  {...ids}
                  maxLength={200}
                  spellCheck={false}
                  className="font-mono"
                  value={draft.rules.pattern ?? ''}
                  onChange={(event) => set({ rules: { ...draft.rules, pattern: event.target.value } })}
                />
              )}
            </Field>
          )}
          {hasDefault(draft) && <DefaultInput {...part} />}
          <Field label={words.privacy} error={problem?.errorOf('privacy')}>
            {(ids) => (
              <Select {...ids} value={draft.privacy} onChange={(event) => set({ privacy: event.target.value })}>
                {Object.entries(words.privacies).map(([name, label]) => (
                  <option key={name} value={name}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
      </details>
    </>
  );
}

function Check({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label className="flex items-center gap-2.5">
      <Checkbox checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}

type Limit = 'min' | 'max' | 'minLength' | 'maxLength';

function Limits({ draft, set, problem, names }: PartProps & { names: Limit[] }) {
  return (
    <div className="grid grid-cols-2 gap-3">
      {names.map((name) => (
        <Field key={name} label={words.rules[name]} error={problem?.errorOf(`rules.${name}`)}>
          {(ids) => (
            <NumberInput
              {...ids}
              value={draft.rules[name]}
              onNumber={(value) => set({ rules: { ...draft.rules, [name]: value } })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function DefaultInput({ draft, set, problem }: PartProps) {
  const choices =
    draft.type === 'boolean'
      ? [
          { value: 'true', label: texts.values.yes },
          { value: 'false', label: texts.values.no },
        ]
      : draft.type === 'choice'
        ? draft.options.filter(Boolean).map((value) => ({ value, label: value }))
        : undefined;
  return (
    <Field label={words.default} hint={words.defaultHint} error={problem?.errorOf('default')}>
      {(ids) =>
        choices ? (
          <Select {...ids} value={draft.default} onChange={(event) => set({ default: event.target.value })}>
            <option value="">{texts.values.nothing}</option>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            {...ids}
            type={draft.type === 'date' ? 'date' : 'text'}
            value={draft.default}
            onChange={(event) => set({ default: event.target.value })}
          />
        )
      }
    </Field>
  );
}
