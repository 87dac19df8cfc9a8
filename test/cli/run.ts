import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../bin/doisoat.mjs', import.meta.url));

export interface Outcome {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the command as a shell would, with nothing of the caller's settings; `under` is a program that runs it. */
export function start(
  args: string[],
  environment: Record<string, string> = {},
  under: readonly string[] = [],
): ChildProcess {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DOISOAT_'));
  const [program, ...words] = [...under, process.execPath, COMMAND, ...args];
  return spawn(program!, words, {
    env: { ...Object.fromEntries(inherited), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs the command to its end; `onRemark` gets what it says on standard error as it comes. */
export function run(
  args: string[],
  environment: Record<string, string> = {},
  onRemark: (text: string) => void = () => {},
): Promise<Outcome> {
  const child = start(args, environment);
  const outcome: Outcome = { status: null, stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    outcome.stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    outcome.stderr += text;
    onRemark(text);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (status) => resolve({ ...outcome, status }));
  });
}

/** One object a line. */
export function jsonLines<T = Record<string, unknown>>(text: string): T[] {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
