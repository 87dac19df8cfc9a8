import type { Messages } from './messages/vi.ts';

/** Exit statuses of the contract. */
export const EXIT = { fine: 0, fileFailed: 1, usage: 2, contradictions: 3 } as const;

/** A mistake of the user that a command found by itself; the message is ready to be shown. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Tells a person what went wrong and what to do; returns the exit status. */
export async function reportFailure(error: unknown, messages: Messages): Promise<number> {
  const say = (text: string): void => {
    process.stderr.write(`${text}\n`);
  };
  if (error instanceof UsageError) {
    say(error.message);
    return EXIT.usage;
  }
  const [{ SettingError }, { HalfHomeError, QueueBusyError }] = await Promise.all([
    import('../settings.ts'),
    import('../ports.ts'),
  ]);
  if (error instanceof SettingError) {
    const { settings } = await import('../../schemas/settings.ts');
    const source = messages.doctor.sources[error.source];
    say(messages.errors.setting(settings[error.setting].env, source, error.message));
    return EXIT.usage;
  }
  if (error instanceof HalfHomeError) {
    const { settings } = await import('../../schemas/settings.ts');
    say(messages.servers.half(settings[error.missing].env));
    return EXIT.usage;
  }
  const { ServerError } = await import('../../search/server-error.ts');
  if (error instanceof ServerError) {
    const { serverText } = await import('./server-trouble.ts');
    say(serverText(error, messages));
    return EXIT.usage;
  }
  if (error instanceof QueueBusyError) {
    say(messages.ingest.busy);
    return EXIT.usage;
  }
  const { BackupError } = await import('../backup.ts');
  if (error instanceof BackupError) {
    say(
      {
        'no-store': messages.errors.noStore,
        'not-empty': messages.backup.notEmpty(error.path),
        'not-a-backup': messages.backup.notBackup(error.path),
        distributed: messages.servers.noBackup,
      }[error.code],
    );
    return EXIT.usage;
  }
  const { AccountError } = await import('../people/account-error.ts');
  if (error instanceof AccountError) {
    say(messages.accounts.problems[error.code]);
    return EXIT.usage;
  }
  const { code, name } = error as { code?: string; name?: string };
  if (name === 'QueryTooLongError') {
    say(messages.errors.query);
    return EXIT.usage;
  }
  if (code === 'ENOSPC') {
    say(messages.errors.diskFull);
    return EXIT.usage;
  }
  say(messages.errors.unexpected);
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return EXIT.usage;
}
