import { queryOptions } from '@tanstack/react-query';
import { catalogueOptions } from '../catalogue.ts';
import { kith } from '../kith.ts';
import { queryClient } from '../query-client.ts';

export interface Stage {
  name: string;
  label: string;
}

export interface SavedLifecycle {
  stages: Stage[];
  /** The version, for saving on top of it. */
  etag: string | undefined;
}

const path = '/contacts/lifecycle';

export const lifecycleOptions = queryOptions({
  queryKey: ['settings', path],
  queryFn: async ({ signal }): Promise<SavedLifecycle> => {
    let etag: string | undefined;
    const { stages } = await kith.call<{ stages: Stage[] }>(
      { method: 'GET', path },
      {},
      { signal, onDetails: (details) => (etag = details.etag) },
    );
    return { stages, etag };
  },
});

/** Saves all of them; with the version that they are based on, newer ones are not overwritten (412). */
export async function saveLifecycle(stages: readonly Stage[], version: string | undefined): Promise<SavedLifecycle> {
  let etag: string | undefined;
  const saved = await kith.call<{ stages: Stage[] }>(
    { method: 'PUT', path },
    { stages },
    {
      version,
      onDetails: (details) => (etag = details.etag),
    },
  );
  const answer = { stages: saved.stages, etag };
  queryClient.setQueryData(lifecycleOptions.queryKey, answer);
  // Lists, filters and forms offer the stages by the catalogue.
  void queryClient.invalidateQueries({ queryKey: catalogueOptions('contact').queryKey });
  return answer;
}
