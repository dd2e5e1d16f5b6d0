import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const passing = (error: unknown) => {
  const { status } = ApiProblem.from(error);
  return status === 0 || status === 502 || status === 503 || status === 504;
};

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (times, error) => times < 2 && passing(error),
      // The live stream says what has changed, so coming back to the window need not ask again.
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});
