export type ServerProblem = 'away' | 'refused' | 'version' | 'evicts' | 'full' | 'incompatible' | 'rebuilding';

/**
 * A server of the distributed home cannot be used: which one, what is wrong, and the address or value seen. Nothing is
 * lost by it; the work goes on when the server is back.
 */
export class ServerError extends Error {
  override name = 'ServerError';
  readonly server: 'redis' | 'elasticsearch';
  readonly problem: ServerProblem;
  readonly seen: string;
  constructor(server: ServerError['server'], problem: ServerProblem, seen: string, cause?: unknown) {
    super(`${server}: ${problem} (${seen})`, { cause });
    this.server = server;
    this.problem = problem;
    this.seen = seen;
  }
}
