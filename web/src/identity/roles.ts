import { useQuery } from '@tanstack/react-query';
import { useMay } from '../data/permissions.ts';
import { rolesOptions } from '../data/roles.ts';
import { settingsTexts } from '../texts/index.ts';

export interface RoleChoice {
  name: string;
  label: string;
  /** What it is for, in a sentence. */
  hint: string;
}

const builtIn = settingsTexts.roles as Record<string, string>;
const hints = settingsTexts.roleHints as Record<string, string>;
/** The roles that every workspace has. */
export const builtInRoles: readonly RoleChoice[] = Object.entries(builtIn).map(([name, label]) => ({
  name,
  label,
  hint: hints[name] ?? '',
}));

/** The roles to choose from: the built-in ones, and those made here for who may see them. */
export function useRoles(): readonly RoleChoice[] {
  const may = useMay('roles:read');
  const { data = [] } = useQuery({ ...rolesOptions, enabled: may });
  const own = data.filter((role) => !role.builtIn);
  return [...builtInRoles, ...own.map(({ name, label, description }) => ({ name, label, hint: description }))];
}

/** A role as people call it; its name where nothing else is known. */
export function roleLabel(roles: readonly RoleChoice[], name: string): string {
  return roles.find((role) => role.name === name)?.label ?? name;
}
