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
  description?: string;
  /** What the button says that saves it. */
  action?: string;
  /** What the name is called. */
  label: string;
  name: string;
  onName: (name: string) => void;
  busy: boolean;
  problem: ApiProblem | undefined;
  /** The fields among the children that say themselves what is wrong with them. */
  fields?: readonly string[];
  wide?: boolean;
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Makes or changes something that has a name and is set up once: a rule, a territory, a pipeline, a user. What is wrong with a field stands at the field. */
export function SettingDialog({
  title,
  description,
  action = texts.common.save,
  label,
  name,
  onName,
  busy,
  problem,
  fields = [],
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
      {...(description ? { description } : {})}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="setting-form" busy={busy}>
            {action}
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
        {problem && !['name', ...fields].some((field) => problem.errorOf(field)) && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}
