import { QueryClient } from '@tanstack/react-query';
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // The SDK tries again by itself, where that is safe.
      retry: false,
      retryOnMount: false,
      // The live stream says what has changed, so coming back to the window need not ask again.
      refetchOnWindowFocus: false,
    },
    mutations: { networkMode: 'always' },
  },
});
