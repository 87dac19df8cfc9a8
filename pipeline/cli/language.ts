import type { Messages } from './messages/vi.ts';

/** The language must be known before the arguments are parsed: the help itself is in it. */
export async function chooseLanguage(
  args: readonly string[],
  environment: Record<string, string | undefined>,
): Promise<Messages> {
  const at = args.indexOf('--lang');
  const given =
    args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? (at >= 0 ? args[at + 1] : undefined);
  return (given ?? environment.DOISOAT_LANG) === 'en'
    ? (await import('./messages/en.ts')).en
    : (await import('./messages/vi.ts')).vi;
}
