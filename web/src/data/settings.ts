import { queryOptions, useMutation } from '@tanstack/react-query';
import { kith, type Page } from './kith.ts';
import { queryClient } from './query-client.ts';

export interface MailServer {
  host: string;
  port: number;
  secure?: boolean;
  user: string | null;
  from: string;
  hasPassword: boolean;
}

export interface Settings {
  name: string;
  baseUrl: string | null;
  mail: MailServer | null;
  currency?: string | null;
  /** What holds, with the server's environment counted in. */
  effective?: { baseUrl: string | null; mail: 'environment' | 'settings' | 'none' };
}

export const settingsOptions = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => kith.workspace.get<Settings>({}, { signal }),
});

export interface SettingsChange {
  name?: string;
  baseUrl?: string | null;
  currency?: string;
  mail?: { host: string; port: number; user: string | null; from: string; password?: string } | null;
}

export function useChangeSettings() {
  return useMutation({
    mutationFn: (body: SettingsChange) => kith.workspace.update<Settings>(body),
    onSuccess: (answer) => {
      queryClient.setQueryData(settingsOptions.queryKey, answer);
      void queryClient.invalidateQueries({ queryKey: ['session'] });
    },
  });
}

export function useTestMail() {
  return useMutation({ mutationFn: () => kith.workspace.testMail<{ to?: string }>() });
}

export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  role: string;
  scopes?: string[];
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt?: string | null;
  revokedAt?: string | null;
}

export const keysOptions = queryOptions({
  queryKey: ['api-keys'],
  queryFn: ({ signal }) => kith.apiKeys.list<Page<ApiKey>>({ limit: 200 }, { signal }),
  select: (answer: Page<ApiKey>) => answer.data.filter((key) => !key.revokedAt),
});

const refreshKeys = () => queryClient.invalidateQueries({ queryKey: ['api-keys'] });

export function useCreateKey() {
  return useMutation({
    mutationFn: (draft: { name: string; role: string }) => kith.apiKeys.create<ApiKey & { key: string }>(draft),
    onSuccess: refreshKeys,
  });
}

export function useRevokeKey() {
  return useMutation({ mutationFn: (id: string) => kith.apiKeys.revoke({ id }), onSuccess: refreshKeys });
}

export interface ProfileChange {
  name?: string;
  oldPassword?: string;
  newPassword?: string;
}

export function useChangeProfile() {
  return useMutation({
    mutationFn: (body: ProfileChange) => kith.profile.update(body),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['session'] }),
  });
}
