import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CustomObject } from '../data/objects.ts';
import { ApiProblem } from '../data/problem.ts';
import { saveObject } from '../data/setup/objects.ts';
import { nameFrom } from '../fields/field-name.ts';
import { texts, objectsTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';

/** Makes a kind of record, or changes what it is called. */
export function ObjectDialog({ object, onClose }: { object: CustomObject | undefined; onClose: () => void }) {
  const [draft, setDraft] = useState({
    label: object?.label ?? '',
    pluralLabel: object?.pluralLabel ?? '',
    name: '',
    nameLabel: object?.nameLabel ?? 'Name',
    description: object?.description ?? '',
  });
  const { name, ...values } = draft;
  const many = values.pluralLabel.trim() || (values.label.trim() ? `${values.label.trim()}s` : '');
  const save = useMutation({
    mutationFn: () =>
      saveObject(
        object?.id,
        { ...values, pluralLabel: many, ...(object ? {} : { name: name || nameFrom(values.label) }) },
        words.saved(values.label),
      ),
    onSuccess: onClose,
  });
  const problem = save.error ? ApiProblem.from(save.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const input = (key: keyof typeof draft, label: string, more: { hint?: string; placeholder?: string } = {}) => (
    <Field label={label} {...(more.hint ? { hint: more.hint } : {})} error={problem?.errorOf(key)}>
      {(ids) => (
        <Input
          {...ids}
          required={key === 'label'}
          maxLength={key === 'name' ? 40 : 100}
          placeholder={more.placeholder}
          value={draft[key]}
          onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Dialog
      open
      onClose={onClose}
      title={object ? words.edit(object.label) : words.create}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="object-form" busy={save.isPending}>
            {object ? texts.common.save : texts.common.create}
          </Button>
        </>
      }
    >
      <form id="object-form" onSubmit={submit} className="grid gap-4">
        {input('label', words.label, { hint: words.labelHint })}
        {input('pluralLabel', words.many, { hint: words.manyHint, placeholder: many })}
        {!object && input('name', words.name, { hint: words.nameHint, placeholder: nameFrom(values.label) })}
        {input('nameLabel', words.nameLabel, { hint: words.nameLabelHint })}
        {input('description', words.description)}
        {problem && !Object.keys(draft).some((name) => problem.errorOf(name)) && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}
