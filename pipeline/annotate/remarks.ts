import type { Flag } from '../../schemas/flag.ts';
import type { Messages } from '../cli/messages/vi.ts';
import type { Remark } from './docx.ts';

/** One remark for every place of every flag: the first explains the contradiction, the others point to it. */
export function remarksOf(flags: readonly Flag[], messages: Messages, lang: 'vi' | 'en'): Remark[] {
  return flags.flatMap((flag, n) =>
    flag.evidence.map(({ block, start, end, role }, i) => {
      const title = `${n + 1}. ${messages.flags.kinds[flag.kind]} (${flag.certain ? messages.sure.certain : messages.sure.unsure})`;
      const named = `${title} – ${messages.flags.roles[role] ?? role}`;
      return {
        block,
        start,
        end,
        lines: [
          named,
          ...(i === 0 ? explained(flag, messages, lang) : [messages.check.seeFirst(n + 1, flag.evidence[0]!.quote)]),
        ],
      };
    }),
  );
}

/** What an auditor would write beside it, line by line. */
export function explained(flag: Flag, messages: Messages, lang: 'vi' | 'en'): string[] {
  return [flag.message[lang], ...sumOf(flag, messages)];
}

/** The sum worked out, line by line. */
export function sumOf(flag: Flag, { flags }: Messages): string[] {
  const facts: [string, string | null][] = [
    [flags.stated, flag.stated],
    [flags.expected, flag.expected],
    [flags.formula, flag.formula],
    [flags.interval, flag.interval],
    [flags.suggestion, flag.suggestion],
  ];
  return facts.flatMap(([title, value]) => (value === null ? [] : [`${title}: ${value}`]));
}
