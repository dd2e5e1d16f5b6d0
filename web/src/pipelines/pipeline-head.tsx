import { Ellipsis, Star, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { sayWithUndo } from '../data/changes.ts';
import { ApiProblem } from '../data/problem.ts';
import { changePipeline, deletePipeline, type Pipeline } from '../data/setup/pipelines.ts';
import { texts, pipelinesTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Menu } from '../ui/overlay/menu.tsx';
import { sayFailed } from '../ui/overlay/toast.tsx';

/** Its name, what it is for, and what can be done with it as a whole. */
export function PipelineHead({ pipeline, only }: { pipeline: Pipeline; only: boolean }) {
  const [name, setName] = useState(pipeline.name);
  const [description, setDescription] = useState(pipeline.description ?? '');
  const changed = name.trim() !== pipeline.name || description.trim() !== (pipeline.description ?? '');
  const run = async (said: string, write: () => Promise<{ changeSetId: string | undefined }>) => {
    try {
      sayWithUndo(said, (await write()).changeSetId);
    } catch (error) {
      sayFailed(ApiProblem.from(error).detail);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const values = { name: name.trim(), description: description.trim() || null };
    void run(words.saved, () => changePipeline(pipeline.id, values, pipeline.version));
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3">
      <div className="w-full grow tab:w-nav tab:grow-0">
        <Field label={words.name}>
          {(ids) => (
            <Input {...ids} required maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
      </div>
      <div className="min-w-0 grow">
        <Field label={words.description}>
          {(ids) => (
            <Input
              {...ids}
              maxLength={5000}
              value={description}
              onChange={(event) => setDescription(event.target.value)}
            />
          )}
        </Field>
      </div>
      {changed && <Button type="submit">{texts.common.save}</Button>}
      {!only && !pipeline.isDefault && (
        <Menu
          label={texts.common.more}
          align="end"
          trigger={(props) => <IconButton {...props} icon={Ellipsis} label={texts.common.more} />}
          groups={[
            [
              {
                label: words.makeDefault,
                icon: Star,
                onSelect: () =>
                  void run(words.defaultMade(pipeline.name), () => changePipeline(pipeline.id, { isDefault: true })),
              },
            ],
            [
              {
                label: words.delete(pipeline.name),
                icon: Trash2,
                danger: true,
                onSelect: () => void run(words.deleted(pipeline.name), () => deletePipeline(pipeline.id)),
              },
            ],
          ]}
        />
      )}
    </form>
  );
}
