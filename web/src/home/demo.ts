import { useQuery } from '@tanstack/react-query';
import { get } from '../data/api.ts';

interface Demo {
  status?: string | null;
  contacts?: number;
}

/** Whether demo data stands in the workspace. */
export function useDemo(enabled: boolean): boolean {
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => get<Demo>('/demo', undefined, signal),
    enabled,
    retry: false,
  }).data;
  return demo?.status === 'done' || demo?.status === 'making';
}
