import { queryOptions, useMutation } from '@tanstack/react-query';
import { call, get, type Page, post } from './api.ts';
import { queryClient } from './query-client.ts';

export interface User {
  id: string;
  name: string;
  email: string;
  role: string;
  createdAt?: string;
  lastLogin?: string | null;
  disabledAt?: string | null;
  version?: number;
}

export const usersOptions = queryOptions({
  queryKey: ['users'],
  queryFn: ({ signal }) => get<Page<User>>('/users', { limit: 200 }, signal),
  select: (answer: Page<User>) => answer.data,
  staleTime: 5 * 60_000,
});

const refresh = () => queryClient.invalidateQueries({ queryKey: ['users'] });

export function useCreateUser() {
  return useMutation({
    mutationFn: (draft: { name: string; email: string; role: string }) => post<User>('/users', draft),
    onSuccess: refresh,
  });
}

export function useChangeUser() {
  return useMutation({
    mutationFn: ({ id, ...set }: { id: string; role?: string; name?: string }) =>
      call<User>('PATCH', `/users/${id}`, { body: set }),
    onSuccess: refresh,
  });
}

/** A link with which this person signs in once. */
export function makeSignInLink(id: string): Promise<{ url: string; expiresAt?: string }> {
  return post(`/users/${id}/sign-in-link`);
}
