import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { createPipeline } from '../data/setup/pipelines.ts';
import { texts, pipelinesTexts as words } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';

interface NewPipelineDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** A pipeline begins with a name and the usual stages. */
export function NewPipelineDialog({ onClose, onCreated }: NewPipelineDialogProps) {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const create = useMutation({ mutationFn: createPipeline, onSuccess: ({ answer }) => onCreated(answer.id) });
  const problem = create.error ? ApiProblem.from(create.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), description: description.trim() || null });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.create}
      description={words.createText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="pipeline-form" busy={create.isPending}>
            {texts.common.create}
          </Button>
        </>
      }
    >
      <form id="pipeline-form" onSubmit={submit} className="grid gap-4">
        <Field label={words.name} error={problem?.errorOf('name')}>
          {(ids) => (
            <Input {...ids} required maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={words.description}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={2000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
        {problem && !problem.errorOf('name') && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}
