import { ServerError } from '../../search/server-error.ts';
import type { Messages } from './messages/vi.ts';

/** The same trouble is told again only after this time: a server that is away answers many commands alike. */
const TOLD_MS = 30_000;

/** Which server, what is wrong, what to do. */
export function serverText(error: ServerError, { servers }: Messages): string {
  return `${servers[error.server]}: ${servers.problems[error.problem](error.seen)} ${servers.remedies[error.server][error.problem]}`;
}

interface Telling {
  messages: Messages;
  note(line: string): void;
}

/** Says on standard error that a server is waited for. */
export function tellTrouble({ messages, note }: Telling): (error: Error) => void {
  const told = new Map<string, number>();
  return (error) => {
    if (!(error instanceof ServerError)) return note(error.message);
    const key = `${error.server} ${error.problem}`;
    const now = Date.now();
    if (now - (told.get(key) ?? 0) < TOLD_MS) return;
    told.set(key, now);
    note(`${serverText(error, messages)} ${messages.servers.waiting}`);
  };
}
