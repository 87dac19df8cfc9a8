import { useQuery } from '@tanstack/react-query';
import type { Role } from '../../../schemas/account.ts';
import { setCsrfToken } from './request.ts';
import { server } from './server.ts';

/** In this order each may do all that the one before may. */
const roles: readonly Role[] = ['reader', 'auditor', 'administrator'];

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

/** Whether the one who is at the pages may do what this role may. The server asks for itself again. */
export function useMay(role: Role): boolean {
  const own = useSession().data?.role;
  return own !== undefined && own !== null && roles.indexOf(own) >= roles.indexOf(role);
}
