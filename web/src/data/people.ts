import { queryOptions } from '@tanstack/react-query';
import { kith, type Page } from './kith.ts';

/** Somebody who works here. */
export interface Person {
  id: string;
  name: string;
  email: string;
  /** May sign in, and be given something. */
  active: boolean;
}

export const peopleOptions = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => kith.call<Page<Person>>({ method: 'GET', path: '/people' }, { limit: 1000 }, { signal }),
  select: (answer: Page<Person>) => answer.data,
  staleTime: 5 * 60_000,
});
