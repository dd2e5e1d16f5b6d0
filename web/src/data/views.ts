import { queryOptions, useMutation } from '@tanstack/react-query';
import type { ObjectName } from './catalogue.ts';
import { kith, type Page } from './kith.ts';
import { queryClient } from './query-client.ts';
import type { SavedView } from './types.ts';

/** The API keeps the columns as an object, so that more than their names can be kept with them. */
interface RawView extends Omit<SavedView, 'columns'> {
  columns: string[] | { names?: string[] } | null;
}

function tidy({ columns, ...view }: RawView): SavedView {
  return { ...view, columns: Array.isArray(columns) ? columns : (columns?.names ?? null) };
}

const bodyOf = ({ columns, ...draft }: Partial<ViewDraft>) => ({
  ...draft,
  ...(columns ? { columns: { names: columns } } : {}),
});

/** The views of a kind of record, or of all kinds. */
export function viewsOptions(object?: ObjectName) {
  return queryOptions({
    queryKey: ['views', object ?? null],
    queryFn: ({ signal }) => kith.call<Page<RawView>>({ method: 'GET', path: '/views' }, { object }, { signal }),
    select: (answer: Page<RawView>) => answer.data.map(tidy),
    staleTime: 5 * 60_000,
  });
}

type ViewDraft = Pick<SavedView, 'object' | 'name' | 'filter' | 'sort' | 'columns' | 'shared'>;
const refresh = () => queryClient.invalidateQueries({ queryKey: ['views'] });

export function useCreateView() {
  return useMutation({
    mutationFn: async (draft: ViewDraft) =>
      tidy(await kith.call<RawView>({ method: 'POST', path: '/views' }, bodyOf(draft))),
    onSuccess: refresh,
  });
}

export function useChangeView() {
  return useMutation({
    mutationFn: ({ id, ...set }: Partial<ViewDraft> & { id: string }) =>
      kith.call({ method: 'PATCH', path: '/views/:id' }, { ...bodyOf(set), id }),
    onSuccess: refresh,
  });
}

export function useDeleteView() {
  return useMutation({ mutationFn: (id: string) => kith.views.delete({ id }), onSuccess: refresh });
}
