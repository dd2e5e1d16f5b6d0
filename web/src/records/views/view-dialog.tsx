import { type FormEvent, useState } from 'react';
import type { SavedView } from '../../data/types.ts';
import { useChangeView, useCreateView } from '../../data/views.ts';
import { texts } from '../../texts/index.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Input } from '../../ui/input.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { ProblemNote } from '../../ui/state.tsx';
import type { ListState } from './use-list-state.ts';

interface ViewDialogProps {
  kind: 'create' | 'rename';
  state: ListState;
  settings: Pick<SavedView, 'filter' | 'sort' | 'columns'>;
  onClose: () => void;
}

/** Names a view. */
export function ViewDialog({ kind, state, settings, onClose }: ViewDialogProps) {
  const [name, setName] = useState(kind === 'rename' ? (state.view?.name ?? '') : '');
  const [shared, setShared] = useState(false);
  const create = useCreateView();
  const change = useChangeView();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (kind === 'rename' && state.view) await change.mutateAsync({ id: state.view.id, name: name.trim() });
    else state.choose(await create.mutateAsync({ object: state.object, name: name.trim(), shared, ...settings }));
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={kind === 'rename' ? texts.views.rename : texts.views.create}
      description={kind === 'create' ? texts.views.createText : undefined}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form="view-form"
            disabled={!name.trim()}
            busy={create.isPending || change.isPending}
          >
            {texts.common.save}
          </Button>
        </>
      }
    >
      <form id="view-form" onSubmit={(event) => void submit(event).catch(() => undefined)} className="grid gap-4">
        <Field label={texts.views.name}>
          {(ids) => (
            <Input {...ids} required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        {kind === 'create' && (
          <label className="flex items-center justify-between gap-4">
            {texts.views.sharedLabel}
            <Switch checked={shared} onChange={(event) => setShared(event.target.checked)} />
          </label>
        )}
        <ProblemNote error={create.error ?? change.error} />
      </form>
    </Dialog>
  );
}
