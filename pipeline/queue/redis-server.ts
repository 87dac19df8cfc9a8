import { Redis } from 'ioredis';
import { ServerError, type ServerProblem } from '../../search/server-error.ts';
import type { QueueWarning } from '../ports.ts';

/** BullMQ needs 6.2 (`XADD … MINID`, `GETDEL`); nothing older is in use any more. */
const OLDEST = [6, 2] as const;
const RECONNECT_MAX_MS = 2_000;

/**
 * The first connection is tried once, so that an absent server is an answer; a connection that is lost later is tried
 * again for ever, and commands wait for it.
 */
export async function connect(url: string, onTrouble: (error: Error) => void): Promise<Redis> {
  let connected = false;
  let lastError: Error | undefined;
  const connection = new Redis(url, {
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (connected ? Math.min(times * 100, RECONNECT_MAX_MS) : null),
    lazyConnect: true,
    connectTimeout: 5_000,
  });
  connection.on('error', (error: Error) => {
    lastError = error;
  });
  connection.on('reconnecting', () => onTrouble(redisProblem(lastError ?? new Error('connection closed'), url)));
  try {
    await connection.connect();
    connected = true;
    return connection;
  } catch (error) {
    connection.disconnect();
    // "Connection is closed." says nothing; the error of the socket before it does.
    throw redisProblem(lastError ?? error, url);
  }
}

/** Refuses a server that would lose jobs; remarks what is only dangerous. */
export async function inspect(connection: Redis): Promise<{ version: string; warnings: QueueWarning[] }> {
  const info = await connection.info();
  const field = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const version = field('redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw new ServerError('redis', 'version', version);
  const policy = field('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction') throw new ServerError('redis', 'evicts', policy);
  return { version, warnings: field('aof_enabled') === '0' ? ['no-aof'] : [] };
}

/** Names what the server answered; anything that is not its doing stays as it is. */
export function redisProblem(error: unknown, url: string): Error {
  if (error instanceof ServerError) return error;
  const text =
    error instanceof Error ? `${error.message} ${(error as NodeJS.ErrnoException).code ?? ''}` : String(error);
  const problem = problemIn(text);
  if (problem) return new ServerError('redis', problem, `${addressOf(url)}: ${text.trim()}`);
  return error instanceof Error ? error : new Error(text);
}

function problemIn(text: string): ServerProblem | null {
  if (/NOAUTH|WRONGPASS|NOPERM|invalid password/.test(text)) return 'refused';
  // MISCONF: the server cannot write its own file, mostly because its disk is full.
  if (/\bOOM\b|MISCONF/.test(text)) return 'full';
  // The answer is none of Redis: another program listens there.
  if (/RESP type|Protocol error/.test(text)) return 'incompatible';
  if (/LOADING|MASTERDOWN|READONLY|CLUSTERDOWN/.test(text)) return 'away';
  return /ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|closed|timeout/i.test(text)
    ? 'away'
    : null;
}

/** Without user and password. */
function addressOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url.replace(/^.*@/, '');
  }
}
