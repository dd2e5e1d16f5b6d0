import { queryOptions, useMutation } from '@tanstack/react-query';
import { texts } from '../../texts/index.ts';
import { sayFailed } from '../../ui/overlay/toast.tsx';
import { keptChangeSet, sayWithUndo } from '../changes.ts';
import { type CallOptions, kith, type Page } from '../kith.ts';
import { ApiProblem } from '../problem.ts';
import { queryClient } from '../query-client.ts';

interface Row {
  id: string;
}

/** A short list of records that set how Kith works, as rules and territories: all of them on one page. */
export function settingList<One extends Row>(path: string, sort: string) {
  const queryKey = ['settings', path] as const;
  const refresh = () => void queryClient.invalidateQueries({ queryKey });
  const options = queryOptions({
    queryKey,
    queryFn: ({ signal }) => kith.call<Page<One>>({ method: 'GET', path }, { limit: 200, sort }, { signal }),
    select: (answer: Page<One>) => answer.data,
  });
  const create = (values: object, call?: CallOptions) => kith.call<One>({ method: 'POST', path }, values, call);
  const update = (id: string, values: object, call?: CallOptions) =>
    kith.call<One>({ method: 'PATCH', path: `${path}/:id` }, { ...values, id }, call);
  return {
    options,
    refresh,
    update,
    /** Saves a new one, or changes to one that is there; says so, with the way back. */
    useSave: (said: (saved: One) => string) =>
      useMutation({
        mutationFn: async ({ id, values }: { id?: string | undefined; values: object }) => {
          const kept = keptChangeSet();
          const saved = await (id ? update(id, values, kept.call) : create(values, kept.call));
          sayWithUndo(said(saved), kept.id());
          return saved;
        },
        onSettled: refresh,
      }),
    /** Deletes at once, since it can be taken back. */
    async remove(one: One, said: string): Promise<void> {
      const kept = keptChangeSet();
      try {
        await kith.call({ method: 'DELETE', path: `${path}/:id` }, { id: one.id }, kept.call);
        sayWithUndo(said, kept.id());
      } catch (error) {
        sayFailed(texts.edit.notDeleted(ApiProblem.from(error).detail));
      } finally {
        refresh();
      }
    },
  };
}
