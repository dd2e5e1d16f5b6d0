import { useQuery } from '@tanstack/react-query';
import { kith } from '../data/kith.ts';

export interface Demo {
  status: 'none' | 'making' | 'ready' | 'removing';
  contacts: number;
  accounts: number;
  /** 0 to 1: of making it, or of taking it away. */
  progress: number;
}

const lookMs = 500;
export const isMoving = (demo: Demo | undefined): boolean => demo?.status === 'making' || demo?.status === 'removing';

/** The demo data of the workspace, and how far it has come. */
export function useDemo(enabled: boolean): Demo | undefined {
  return useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => kith.demo.get<Demo>({}, { signal }),
    enabled,
    refetchInterval: (query) => (isMoving(query.state.data) ? lookMs : false),
  }).data;
}
