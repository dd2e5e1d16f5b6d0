import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useFields } from '../data/catalogue.ts';
import type { FieldAccess, FieldRules } from '../data/setup/field-rules.ts';
import { RoleSelect } from '../identity/role-select.tsx';
import { roleLabel, useRoles } from '../identity/roles.ts';
import { findKind, useKinds } from '../kinds/index.ts';
import { fieldRulesTexts as words } from '../texts/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/input.tsx';
import { AccessSelect } from './access-select.tsx';
import { withField } from './rule-changes.ts';

interface RulesProps {
  rules: FieldRules;
  onChange: (rules: FieldRules) => void;
}

/** Single fields with which a role may do something else than with their class. */
export function Exceptions({ rules, onChange }: RulesProps) {
  const all = Object.entries(rules.roles).flatMap(([role, { fields }]) =>
    Object.entries(fields).map(([field, access]) => ({ role, field, access })),
  );
  return (
    <div className="grid gap-4">
      {all.length === 0 && <p className="text-secondary">{words.noExceptions}</p>}
      {all.length > 0 && (
        <ul className="divide-y divide-line rounded-card border border-line">
          {all.map(({ role, field, access }) => (
            <ExceptionRow
              key={`${role} ${field}`}
              role={role}
              field={field}
              access={access}
              onChoose={(chosen) => onChange(withField(rules, role, field, chosen))}
            />
          ))}
        </ul>
      )}
      <NewException onAdd={(role, field) => onChange(withField(rules, role, field, 'masked'))} />
    </div>
  );
}

interface RowProps {
  role: string;
  /** As `contact.phone`. */
  field: string;
  access: FieldAccess;
  onChoose: (access: FieldAccess | undefined) => void;
}

function ExceptionRow({ role, field, access, onChoose }: RowProps) {
  const roles = useRoles();
  const [kind = '', ...rest] = field.split('.');
  const name = rest.join('.');
  const label = useFields(kind).find((one) => one.name === name)?.label ?? name;
  const shown = `${findKind(kind)?.words.many ?? kind}: ${label}`;
  return (
    <li className="flex flex-wrap items-center gap-2 py-2 pr-2 pl-4">
      <span className="min-w-0 grow">
        <span className="font-semibold">{shown}</span> <span className="text-secondary">{roleLabel(roles, role)}</span>
      </span>
      <AccessSelect label={words.cell(roleLabel(roles, role), shown)} value={access} onChoose={onChoose} />
      <IconButton
        icon={Trash2}
        label={words.remove(shown, roleLabel(roles, role))}
        onClick={() => onChoose(undefined)}
      />
    </li>
  );
}

/** Says for which role which field is to be an exception. */
function NewException({ onAdd }: { onAdd: (role: string, field: string) => void }) {
  const kinds = useKinds();
  const [role, setRole] = useState('rep');
  const [kind, setKind] = useState('contact');
  const [name, setName] = useState('');
  const fields = useFields(kind);
  return (
    <div className="grid items-end gap-3 tab:grid-cols-4">
      <Field label={words.role}>{(ids) => <RoleSelect {...ids} value={role} onChoose={setRole} />}</Field>
      <Field label={words.kind}>
        {(ids) => (
          <Select
            {...ids}
            value={kind}
            onChange={(event) => {
              setKind(event.target.value);
              setName('');
            }}
          >
            {kinds.map((one) => (
              <option key={one.name} value={one.name}>
                {one.words.many}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={words.field}>
        {(ids) => (
          <Select {...ids} value={name} onChange={(event) => setName(event.target.value)}>
            <option value="" />
            {fields.map((field) => (
              <option key={field.name} value={field.name}>
                {field.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button
        icon={Plus}
        disabled={name === '' || role === 'admin'}
        onClick={() => {
          onAdd(role, `${kind}.${name}`);
          setName('');
        }}
      >
        {words.add}
      </Button>
    </div>
  );
}
