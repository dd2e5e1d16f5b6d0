import { queryOptions } from '@tanstack/react-query';
import { kith } from './kith.ts';

/** The roles of the workspace: the built-in ones, then those that an administrator has made. */
export const rolesOptions = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => kith.roles.list({}, { signal }),
  select: (answer) => answer.data,
  staleTime: 60_000,
});
