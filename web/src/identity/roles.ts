import { settingsTexts } from '../texts/index.ts';

export const roles = ['admin', 'manager', 'marketing', 'rep'] as const;
export const roleName = (role: string): string => (settingsTexts.roles as Record<string, string>)[role] ?? role;
