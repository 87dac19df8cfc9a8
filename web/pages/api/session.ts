import { useQuery } from '@tanstack/react-query';
import { setCsrfToken } from './request.ts';
import { server } from './server.ts';

/** Who is at the pages; asked for once, and again when somebody signs in or out. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: async ({ signal }) => {
      const session = await server.sessionList({ signal });
      setCsrfToken(session.csrf);
      return session;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
