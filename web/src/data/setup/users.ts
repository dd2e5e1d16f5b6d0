import { queryOptions, useMutation } from '@tanstack/react-query';
import { kith, type Page } from '../kith.ts';
import { queryClient } from '../query-client.ts';

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
  queryFn: ({ signal }) => kith.call<Page<User>>({ method: 'GET', path: '/users' }, { limit: 200 }, { signal }),
  select: (answer: Page<User>) => answer.data,
  staleTime: 5 * 60_000,
});

const refresh = () =>
  Promise.all([['users'], ['people']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));

export function useCreateUser() {
  return useMutation({
    mutationFn: (draft: { name: string; email: string; role: string }) => kith.users.create(draft) as Promise<User>,
    onSuccess: refresh,
  });
}

export function useChangeUser() {
  return useMutation({
    mutationFn: ({ id, ...set }: { id: string; role?: string; name?: string }) => kith.users.update({ ...set, id }),
    onSuccess: refresh,
  });
}

/** A link with which this person signs in once. */
export function makeSignInLink(id: string): Promise<{ url: string; expiresAt?: string }> {
  return kith.users.signInLink({ id });
}
