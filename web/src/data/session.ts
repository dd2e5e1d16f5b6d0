import { queryOptions, useQuery } from '@tanstack/react-query';
import { kith } from './kith.ts';
import { queryClient } from './query-client.ts';
import type { Session } from './types.ts';

export const sessionOptions = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => kith.call<Session>({ method: 'GET', path: '/session' }, {}, { signal }),
  staleTime: 5 * 60_000,
});

/** Who is signed in; undefined until that is known. */
export function useSession(): Session | undefined {
  return useQuery(sessionOptions).data;
}

export async function signInByLink(token: string): Promise<void> {
  await kith.call({ method: 'POST', path: '/session/link' }, { token });
  await queryClient.resetQueries();
}

export async function signInByPassword(email: string, password: string): Promise<void> {
  await kith.call({ method: 'POST', path: '/session' }, { email, password });
  await queryClient.resetQueries();
}

export async function signOut(): Promise<void> {
  await kith.call({ method: 'DELETE', path: '/session' }, {});
  queryClient.clear();
}
