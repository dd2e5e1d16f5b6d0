import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { objectsOptions } from '../data/objects.ts';
import { holds } from '../data/permissions.ts';
import { queryClient } from '../data/query-client.ts';
import { sessionOptions } from '../data/session.ts';
import { setOwnKinds } from './index.ts';

type Answer = Awaited<ReturnType<NonNullable<typeof objectsOptions.queryFn>>>;
const mayRead = () => holds(queryClient.getQueryData(sessionOptions.queryKey)?.permissions ?? [], 'objects:read');

/** What a kind of the workspace is made of comes only to those who have any. */
async function take({ data }: Answer): Promise<void> {
  setOwnKinds(data.length > 0 ? data.map((await import('./own.ts')).ownKind) : []);
}

/** Brings in the kinds of the workspace before the first page is shown. Without them the pages of all others work. */
export async function loadOwnKinds(): Promise<void> {
  if (mayRead()) await queryClient.ensureQueryData(objectsOptions).then(take, () => undefined);
}

/** Keeps them as they are while the app is open. */
export function useOwnKinds(): void {
  const { data } = useQuery({ ...objectsOptions, enabled: mayRead() });
  useEffect(() => {
    if (data) void take(data);
  }, [data]);
}
