import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { type User, useCreateUser } from '../data/users.ts';
import { settingsTexts, texts } from '../texts/index.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { ProblemNote } from '../ui/state.tsx';
import { RoleSelect } from './role-select.tsx';
import { useRoles } from './roles.ts';

/** Lets somebody in. */
export function UserDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (user: User) => void }) {
  const [draft, setDraft] = useState({ name: '', email: '', role: 'rep' });
  const create = useCreateUser();
  const roles = useRoles();
  const problem = create.error ? ApiProblem.from(create.error) : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ ...draft, name: draft.name.trim(), email: draft.email.trim() }, { onSuccess: onCreated });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={settingsTexts.newUser}
      description={settingsTexts.newUserText}
      actions={
        <>
          <Button onClick={onClose}>{texts.common.cancel}</Button>
          <Button kind="primary" type="submit" form="user-form" busy={create.isPending}>
            {texts.common.create}
          </Button>
        </>
      }
    >
      <form id="user-form" onSubmit={submit} className="grid gap-4">
        <Field label={settingsTexts.name} error={problem?.errorOf('name')}>
          {(ids) => (
            <Input
              {...ids}
              required
              value={draft.name}
              onChange={(event) => setDraft({ ...draft, name: event.target.value })}
            />
          )}
        </Field>
        <Field label={texts.signIn.email} error={problem?.errorOf('email')}>
          {(ids) => (
            <Input
              {...ids}
              type="email"
              required
              value={draft.email}
              onChange={(event) => setDraft({ ...draft, email: event.target.value })}
            />
          )}
        </Field>
        <Field label={settingsTexts.role} hint={roles.find((role) => role.name === draft.role)?.hint ?? ''}>
          {(ids) => <RoleSelect {...ids} value={draft.role} onChoose={(role) => setDraft({ ...draft, role })} />}
        </Field>
        {problem && problem.errors.length === 0 && <ProblemNote error={problem} />}
      </form>
    </Dialog>
  );
}
