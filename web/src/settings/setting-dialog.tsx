import type { FormEvent, ReactNode } from 'react';
import type { ApiProblem } from '../data/problem.ts';
import { texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';

interface SettingDialogProps {
  title: string;
  /** What the name is called. */
  label: string;
  name: string;
  onName: (name: string) => void;
  busy: boolean;
  problem: ApiProblem | undefined;
  wide?: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Makes or changes something that has a name and is set up once: a rule, a territory. What is wrong with the name stands at the name. */
export function SettingDialog({
  title,
  label,
  name,
  onName,
  busy,
  problem,
  wide,
  onSave,
  onClose,
  children,
}: SettingDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <Dialog
      open
      {...(wide ? { wide } : {})}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="setting-form" busy={busy}>
            {texts.common.save}
          </Button>
        </>
      }
    >
      <form id="setting-form" onSubmit={submit} className="grid gap-4">
        <Field label={label} error={problem?.errorOf('name')}>
          {(ids) => (
            <Input {...ids} required maxLength={255} value={name} onChange={(event) => onName(event.target.value)} />
          )}
        </Field>
        {children}
        {problem && !problem.errorOf('name') && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}
