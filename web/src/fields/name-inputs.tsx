import { fieldsTexts as words } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import type { PartProps } from './field-dialog.tsx';
import { nameFrom } from './field-name.ts';

/** The label, and the name that follows from it until it is typed. */
export function NameInputs({ draft, set, problem, made }: PartProps & { made: boolean }) {
  return (
    <>
      <Field label={words.label} hint={words.labelHint} error={problem?.errorOf('label')}>
        {(ids) => (
          <Input
            {...ids}
            required
            maxLength={255}
            value={draft.label}
            onChange={(event) => set({ label: event.target.value })}
          />
        )}
      </Field>
      {!made && (
        <Field label={words.name} hint={words.nameHint} error={problem?.errorOf('name')}>
          {(ids) => (
            <Input
              {...ids}
              required={nameFrom(draft.label) === ''}
              maxLength={63}
              spellCheck={false}
              className="font-mono"
              placeholder={nameFrom(draft.label)}
              value={draft.name}
              onChange={(event) => set({ name: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
