import { type FormEvent, Suspense, useState } from 'react';
import type { ObjectName } from '../data/catalogue.ts';
import { ApiProblem } from '../data/problem.ts';
import { type Definition, useSaveField } from '../data/setup/custom-fields.ts';
import { texts, fieldsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { lazily } from '../ui/lazily.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { type Draft, draftOf, newFieldOf, valuesOf } from './field-draft.ts';
import { isChosen, isComputed } from './field-types.ts';
import { NameInputs } from './name-inputs.tsx';
import { OptionsEditor } from './options-editor.tsx';
import { RuleInputs } from './rule-inputs.tsx';
import { TypeInputs } from './type-inputs.tsx';

const FormulaEditor = lazily(() => import('./formula-editor.tsx').then((module) => module.FormulaEditor));
const RollupEditor = lazily(() => import('./rollup-editor.tsx').then((module) => module.RollupEditor));
const ConvertDialog = lazily(() => import('./convert-dialog.tsx').then((module) => module.ConvertDialog));

interface FieldDialogProps {
  object: ObjectName;
  /** What the records are called, as Contacts. */
  kind: string;
  /** Missing for a new one. */
  field?: Definition;
  onClose: () => void;
}

/** What each part of the form works with. */
export interface PartProps {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  problem: ApiProblem | undefined;
}

/** Makes a field, or changes one. */
export function FieldDialog({ object, kind, field, onClose }: FieldDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(field));
  const [converting, setConverting] = useState(false);
  const save = useSaveField(object, field ? words.saved : words.created);
  const problem = save.error ? ApiProblem.from(save.error) : undefined;
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ id: field?.id, values: field ? valuesOf(draft) : newFieldOf(draft) }, { onSuccess: onClose });
  };
  if (converting && field) {
    return (
      <Suspense>
        <ConvertDialog object={object} field={field} onClose={onClose} />
      </Suspense>
    );
  }
  const part = { draft, set, problem };
  return (
    <Dialog
      open
      onClose={onClose}
      title={field ? words.edit(field.label) : words.create}
      description={field ? undefined : words.createText(kind)}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="field-form" busy={save.isPending}>
            {field ? texts.common.save : texts.common.create}
          </Button>
        </>
      }
    >
      <form id="field-form" onSubmit={submit} className="grid gap-4">
        <NameInputs {...part} made={field !== undefined} />
        <TypeInputs {...part} made={field !== undefined} onConvert={() => setConverting(true)} />
        {isChosen(draft.type) && (
          <OptionsEditor
            options={draft.options}
            error={problem?.errorOf('options')}
            onChange={(options) => set({ options })}
          />
        )}
        <Suspense>
          {draft.type === 'formula' && <FormulaEditor object={object} {...part} />}
          {draft.type === 'rollup' && <RollupEditor object={object} {...part} />}
        </Suspense>
        <Field label={words.help} hint={words.helpHint} error={problem?.errorOf('description')}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2000}
              value={draft.description}
              onChange={(event) => set({ description: event.target.value })}
            />
          )}
        </Field>
        {!isComputed(draft.type) && <RuleInputs {...part} />}
        {problem && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}
