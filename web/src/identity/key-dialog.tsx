import { type FormEvent, useState } from 'react';
import { useCreateKey } from '../data/settings.ts';
import { settingsTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { RoleSelect } from './role-select.tsx';
import { useRoles } from './roles.ts';
import { ShownOnce } from './shown-once.tsx';

/** Makes a key, and shows it once. */
export function KeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('');
  const [role, setRole] = useState('rep');
  const roles = useRoles();
  const create = useCreateKey();
  if (create.data)
    return (
      <ShownOnce
        title={settingsTexts.keyMade(create.data.name)}
        text={settingsTexts.keyMadeText}
        value={create.data.key}
        onClose={onClose}
      />
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name: name.trim(), role });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={settingsTexts.newKey}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="key-form" disabled={!name.trim()} busy={create.isPending}>
            {texts.common.create}
          </Button>
        </>
      }
    >
      <form id="key-form" onSubmit={submit} className="grid gap-4">
        <Field label={settingsTexts.keyName} hint={settingsTexts.keyNameHint}>
          {(ids) => (
            <Input {...ids} required maxLength={255} value={name} onChange={(event) => setName(event.target.value)} />
          )}
        </Field>
        <Field label={settingsTexts.role} hint={roles.find((one) => one.name === role)?.hint ?? ''}>
          {(ids) => <RoleSelect {...ids} value={role} onChoose={setRole} />}
        </Field>
        <ProblemNote error={create.error} />
      </form>
    </Dialog>
  );
}
