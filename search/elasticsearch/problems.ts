import { errors } from '@elastic/elasticsearch';
import { ServerError, type ServerProblem } from '../server-error.ts';

/** Names what the client met; anything that is not the server's doing stays as it is. */
export function serverProblem(error: unknown, address: string): unknown {
  const problem = problemOf(error);
  return problem ? new ServerError('elasticsearch', problem, address, error) : error;
}

function problemOf(error: unknown): ServerProblem | null {
  if (error instanceof errors.ResponseError) {
    const told = JSON.stringify(error.body ?? '');
    if (isBlocked(told)) return 'full';
    if (isRebuilt(told)) return 'rebuilding';
    // an older server does not know how this client speaks
    if (told.includes('media_type_header_exception')) return 'version';
    const status = error.statusCode ?? 0;
    if (status === 401 || status === 403) return 'refused';
    if (status === 429) return 'full';
    return status === 502 || status === 503 || status === 504 ? 'away' : null;
  }
  if (error instanceof errors.ProductNotSupportedError) return 'incompatible';
  const away = [errors.ConnectionError, errors.TimeoutError, errors.NoLivingConnectionsError];
  return away.some((kind) => error instanceof kind) ? 'away' : null;
}

/** A disk past its flood mark turns every index read-only: waiting does not help. */
export const isBlocked = (told: string): boolean => told.includes('read-only-allow-delete');

/** `doisoat reindex` holds writing back while new indices take the place of the old ones. */
export const isRebuilt = (told: string): boolean => told.includes('index write (api)');

/** Too much at once: the same request can be sent again in a moment. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof errors.ResponseError)) return false;
  const busy = error.statusCode === 429 || error.statusCode === 503;
  return busy && !isBlocked(JSON.stringify(error.body ?? ''));
}

/** Without the user's name and password. */
export function addressOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}
