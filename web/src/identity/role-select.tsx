import type { ComponentPropsWithRef } from 'react';
import { Select } from '../ui/input.tsx';
import { roleLabel, useRoles } from './roles.ts';

interface RoleSelectProps extends Omit<ComponentPropsWithRef<'select'>, 'value' | 'onChange'> {
  value: string;
  onChoose: (role: string) => void;
}

/** Chooses a role; one that is not among the known stays as it is. */
export function RoleSelect({ value, onChoose, ...rest }: RoleSelectProps) {
  const roles = useRoles();
  const names = roles.map((role) => role.name);
  return (
    <Select {...rest} value={value} onChange={(event) => onChoose(event.target.value)}>
      {(names.includes(value) ? names : [...names, value]).map((name) => (
        <option key={name} value={name}>
          {roleLabel(roles, name)}
        </option>
      ))}
    </Select>
  );
}
