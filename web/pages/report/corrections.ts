import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Correction } from '../../../schemas/correction.ts';
import { server } from '../api/server.ts';

/** What the server can be asked to put right. */
export type Wish = Parameters<typeof server.reportsCorrectionsCreate>[1]['change'];

/** What people have corrected in a report, and how to correct more. Everything read of it may be another then. */
export function useCorrections(report: string) {
  const queries = useQueryClient();
  const key = ['report', report, 'corrections'];
  const history = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const { items } = await server.reportsCorrectionsList(report, { signal });
      return items as Correction[];
    },
  });
  const correcting = useMutation({
    mutationFn: (change: Wish) =>
      server.reportsCorrectionsCreate(report, { change, version: history.data?.length ?? 0 }),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'rendered',
      }),
  });
  return { history: history.data ?? [], correcting };
}
