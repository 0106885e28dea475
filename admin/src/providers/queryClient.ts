import { QueryClient } from '@tanstack/react-query';

const worthRetrying = (error: unknown) => {
  const status = (error as { status?: number } | null)?.status;
  return status === undefined || status === 502 || status === 503 || status === 504;
};

/** What was just read is shown at once on the way back; refusals are not asked again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (count, error) => count < 2 && worthRetrying(error) },
    mutations: { networkMode: 'always' },
  },
});
