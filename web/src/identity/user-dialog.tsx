import { useState } from 'react';
import { ApiProblem } from '../data/problem.ts';
import { type User, useCreateUser } from '../data/setup/users.ts';
import { SettingDialog } from '../settings/setting-dialog.tsx';
import { settingsTexts, texts } from '../texts/index.ts';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { RoleSelect } from './role-select.tsx';
import { useRoles } from './roles.ts';

/** Lets somebody in. */
export function UserDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (user: User) => void }) {
  const [draft, setDraft] = useState({ name: '', email: '', role: 'rep' });
  const create = useCreateUser();
  const roles = useRoles();
  const problem = create.error ? ApiProblem.from(create.error) : undefined;
  return (
    <SettingDialog
      title={settingsTexts.newUser}
      description={settingsTexts.newUserText}
      action={texts.common.create}
      label={settingsTexts.name}
      name={draft.name}
      onName={(name) => setDraft({ ...draft, name })}
      busy={create.isPending}
      problem={problem}
      fields={['email']}
      onSave={() =>
        create.mutate({ ...draft, name: draft.name.trim(), email: draft.email.trim() }, { onSuccess: onCreated })
      }
      onClose={onClose}
    >
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
    </SettingDialog>
  );
}
