import { readFileSync } from 'node:fs';
import type { Settings } from '../../schemas/settings.ts';
import type { Asker } from '../../search/port.ts';
import type { Home } from '../compose.ts';
import { type ResolvedSettings, resolveSettings, withSecretFiles } from '../settings.ts';
import { UsageError } from './failure.ts';
import type { Messages } from './messages/vi.ts';

/** Options that every command has. */
export interface CommonOptions {
  json?: boolean;
  data?: string;
  lang?: string;
  concurrency?: string;
  /** False after `--no-ocr`. */
  ocr?: boolean;
}

/** One run of a command: its settings, its language, and where its answer goes. */
export interface Session {
  messages: Messages;
  resolved: ResolvedSettings;
  settings: Settings;
  json: boolean;
  /** One line of the answer, on standard output. */
  print(line?: string): void;
  /** The answer as one JSON object on one line. */
  printJson(value: unknown): void;
  /** Progress, remarks and warnings: standard error. */
  note(line: string): void;
}

/** Whoever has the files of the store has all of it. */
export const everybody: Asker = { collections: null };

export function openSession(messages: Messages, options: CommonOptions): Session {
  const { json, data, lang, concurrency, ocr } = options;
  const resolved = resolveSettings(
    { data, lang, concurrency, ...(ocr === false && { ocr }) },
    withSecretFiles(process.env, readSecret),
  );
  return {
    messages,
    resolved,
    settings: resolved.values,
    json: json === true,
    print: (line = '') => {
      process.stdout.write(`${line}\n`);
    },
    printJson: (value) => {
      process.stdout.write(`${JSON.stringify(value)}\n`);
    },
    note: (line) => {
      process.stderr.write(`${line}\n`);
    },
  };
}

function readSecret(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Opens the store for a question; an empty place is said to be one, not made into a store. */
export async function withStore<T>(session: Session, use: (home: Home) => Promise<T>): Promise<T> {
  const { homeExists, openHome } = await import('../compose.ts');
  if (!homeExists(session.settings)) throw new UsageError(session.messages.errors.noStore);
  const home = await openHome(session.settings);
  try {
    return await use(home);
  } finally {
    await home.close();
  }
}
