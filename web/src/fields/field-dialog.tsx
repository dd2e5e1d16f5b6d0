import { type FormEvent, useState } from 'react';
import type { FieldType, ObjectName } from '../data/catalogue.ts';
import { type FieldDraft, useCreateField } from '../data/custom-fields.ts';
import { ApiProblem } from '../data/problem.ts';
import { kindOf } from '../kinds/index.ts';
import { texts, fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Input, Select } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { say } from '../ui/overlay/toast.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { nameFrom } from './field-name.ts';
import { givenTypes, typeHint, typeLabel } from './field-types.ts';
import { OptionsEditor } from './options-editor.tsx';

const begun: FieldDraft = { name: '', label: '', description: '', type: 'text', options: [], required: false };

/** Adds a field to a kind of record. */
export function FieldDialog({ object, onClose }: { object: ObjectName; onClose: () => void }) {
  const [draft, setDraft] = useState(begun);
  const create = useCreateField(object);
  const problem = create.error ? ApiProblem.from(create.error) : undefined;
  const set = (part: Partial<FieldDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { label, type } = draft;
    const options = type === 'choice' ? draft.options.map((option) => option.trim()).filter(Boolean) : [];
    create.mutate(
      { ...draft, options, name: draft.name || nameFrom(label) },
      {
        onSuccess: () => {
          say(words.created(label));
          onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.create}
      description={words.createText(kindOf(object).words.many)}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="field-form" busy={create.isPending}>
            {texts.common.create}
          </Button>
        </>
      }
    >
      <form id="field-form" onSubmit={submit} className="grid gap-4">
        <Names draft={draft} set={set} problem={problem} />
        <Field label={words.type} hint={typeHint(draft.type)} error={problem?.errorOf('type')}>
          {(ids) => (
            <Select {...ids} value={draft.type} onChange={(event) => set({ type: event.target.value as FieldType })}>
              {givenTypes.map((type) => (
                <option key={type} value={type}>
                  {typeLabel(type)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {draft.type === 'choice' && (
          <OptionsEditor
            options={draft.options}
            error={problem?.errorOf('options')}
            onChange={(options) => set({ options })}
          />
        )}
        <Field label={words.help} hint={words.helpHint}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2000}
              value={draft.description}
              onChange={(event) => set({ description: event.target.value })}
            />
          )}
        </Field>
        <label className="flex items-center gap-2.5">
          <Checkbox checked={draft.required} onChange={(event) => set({ required: event.target.checked })} />
          {words.required}
        </label>
        {problem && problem.errors.length === 0 && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}

interface NamesProps {
  draft: FieldDraft;
  set: (part: Partial<FieldDraft>) => void;
  problem: ApiProblem | undefined;
}

/** The label, and the name that follows from it until it is typed. */
function Names({ draft, set, problem }: NamesProps) {
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
    </>
  );
}
