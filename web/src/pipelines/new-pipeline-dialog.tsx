import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { createPipeline } from '../data/pipelines.ts';
import { ApiProblem } from '../data/problem.ts';
import { SettingDialog } from '../settings/setting-dialog.tsx';
import { texts, pipelinesTexts as words } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';

interface NewPipelineDialogProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** A pipeline begins with a name and the usual stages. */
export function NewPipelineDialog({ onClose, onCreated }: NewPipelineDialogProps) {
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const create = useMutation({ mutationFn: createPipeline, onSuccess: ({ answer }) => onCreated(answer.id) });
  return (
    <SettingDialog
      title={words.create}
      description={words.createText}
      action={texts.common.create}
      label={words.name}
      name={name}
      onName={setName}
      busy={create.isPending}
      problem={create.error ? ApiProblem.from(create.error) : undefined}
      onSave={() => create.mutate({ name: name.trim(), description: description.trim() || null })}
      onClose={onClose}
    >
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
    </SettingDialog>
  );
}
