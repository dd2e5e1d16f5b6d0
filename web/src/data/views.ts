import { queryOptions, useMutation } from '@tanstack/react-query';
import { call, get, type Page, post } from './api.ts';
import type { ObjectName } from './catalogue.ts';
import { queryClient } from './query-client.ts';
import type { SavedView } from './types.ts';

export function viewsOptions(object: ObjectName) {
  return queryOptions({
    queryKey: ['views', object],
    queryFn: ({ signal }) => get<Page<SavedView>>('/views', { object }, signal),
    select: (answer: Page<SavedView>) => answer.data,
    staleTime: 5 * 60_000,
  });
}

type ViewDraft = Pick<SavedView, 'object' | 'name' | 'filter' | 'sort' | 'columns' | 'shared'>;
const refresh = () => queryClient.invalidateQueries({ queryKey: ['views'] });

export function useCreateView() {
  return useMutation({ mutationFn: (draft: ViewDraft) => post<SavedView>('/views', draft), onSuccess: refresh });
}

export function useChangeView() {
  return useMutation({
    mutationFn: ({ id, ...set }: Partial<ViewDraft> & { id: string }) =>
      call<SavedView>('PATCH', `/views/${id}`, { body: set }),
    onSuccess: refresh,
  });
}

export function useDeleteView() {
  return useMutation({ mutationFn: (id: string) => call<void>('DELETE', `/views/${id}`), onSuccess: refresh });
}
