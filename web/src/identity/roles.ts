import type { Role } from '../data/users.ts';
import { settingsTexts } from '../texts/index.ts';

export const roles: readonly Role[] = ['admin', 'manager', 'marketing', 'rep'];
export const roleOf = (value: string): Role => roles.find((role) => role === value) ?? 'rep';
export const roleName = (role: string): string => (settingsTexts.roles as Record<string, string>)[role] ?? role;
