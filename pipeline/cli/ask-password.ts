import { once } from 'node:events';
import { UsageError } from './failure.ts';
import type { Session } from './session.ts';

const ENTER = new Set(['\r', '\n', '\u0004']);
const BACK = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';

/** A new password: asked twice at a terminal and not shown there, else the first line of standard input. */
export async function askNewPassword({ messages: { accounts } }: Session): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  const password = await asked(accounts.password);
  if ((await asked(accounts.again)) !== password) throw new UsageError(accounts.different);
  return password;
}

async function firstLine(): Promise<string> {
  let text = '';
  for await (const piece of process.stdin.setEncoding('utf8')) text += piece;
  return text.split(/\r?\n/, 1)[0] ?? '';
}

async function asked(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setEncoding('utf8').setRawMode(true).resume();
  let letters: string[] = [];
  try {
    for (;;) {
      const [typed] = (await once(stdin, 'data')) as [string];
      for (const key of typed) {
        if (key === INTERRUPT) process.exit(130);
        if (ENTER.has(key)) return letters.join('');
        letters = BACK.has(key) ? letters.slice(0, -1) : [...letters, key];
      }
    }
  } finally {
    stdin.setRawMode(false).pause();
    stderr.write('\n');
  }
}
