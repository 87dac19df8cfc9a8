import { type ClosedFlag, ClosingReason, type Flag } from '../schemas/flag.ts';
import { flagTest } from './flag-names.ts';
import type { Asker, RecordFilter } from './port.ts';
import { foldedWords } from './query/tokens.ts';

/** Facts of one value that are looked at where thousands of reports say the same of one directive. */
export const SPEAKERS = 64;

/** The reports that its evidence stands in, each once. */
export function reportsOfFlag({ evidence }: Flag): string[] {
  return [...new Set(evidence.flatMap(({ source }) => (source === undefined ? [] : [source])))];
}

/**
 * Those that the asker may see whole, each with its reports: `visible` are the reports the asker may see, `wanted` those
 * of them that the conditions on reports leave. One flag may follow from several keys and is told once: flags come by
 * id, then by key, the last one first.
 */
export function chooseFlags(
  flags: Iterable<Flag>,
  { words, kind, certain, ...conditions }: RecordFilter,
  { visible, wanted }: Record<'visible' | 'wanted', ReadonlySet<string>>,
): { flag: Flag; reports: string[] }[] {
  const said = foldedWords(words ?? '');
  const isWanted = flagTest(conditions);
  const chosen = new Map<string, { flag: Flag; reports: string[] }>();
  for (const flag of flags) {
    if (chosen.has(flag.id) || (kind !== undefined && flag.kind !== kind)) continue;
    if ((certain !== undefined && flag.certain !== certain) || !isWanted(flag)) continue;
    const reports = reportsOfFlag(flag);
    if (!reports.every((report) => visible.has(report)) || !reports.some((report) => wanted.has(report))) continue;
    if (said.length === 0 || holds(flag, said)) chosen.set(flag.id, { flag, reports });
  }
  return [...chosen.values()];
}

function holds({ message: { vi, en }, evidence }: Flag, said: readonly string[]): boolean {
  const words = new Set(foldedWords([vi, en, ...evidence.map(({ quote }) => quote)].join(' · ')));
  return said.every((word) => words.has(word));
}

/** What happened to a report of a flag. */
export type Cause = Pick<ClosedFlag, 'reason' | 'report' | 'by'>;

const reasons = ClosingReason.options;

/** The flag without a word of what the reports say; the cause that says the most is told. */
export function closedFlag(flag: Flag, causes: readonly Cause[]): ClosedFlag {
  const { id, fingerprint, kind, certain } = flag;
  const [first] = causes.toSorted((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason));
  const cause = first ?? { reason: 'compared-otherwise', report: null, by: null };
  return { id, fingerprint, kind, certain, reports: reportsOfFlag(flag), ...cause };
}

/** `gone`: where those of its reports lay that were taken out, by their ids. */
export interface KeptClosed {
  closed: ClosedFlag;
  gone: Readonly<Record<string, readonly string[]>>;
}

/** Those that the asker might have seen while they held: `visible` are the reports the asker sees, `there` all there are. */
export function chooseClosed(
  kept: readonly KeptClosed[],
  { collections }: Asker,
  { report, kind }: Pick<RecordFilter, 'report' | 'kind'>,
  { visible, there }: Record<'visible' | 'there', ReadonlySet<string>>,
): ClosedFlag[] {
  return kept.flatMap(({ closed, gone }) => {
    const mayKnow = (sha: string): boolean =>
      collections === null ||
      visible.has(sha) ||
      (!there.has(sha) && (gone[sha] ?? []).some((collection) => collections.includes(collection)));
    const isAsked =
      (kind === undefined || closed.kind === kind) &&
      (report === undefined || closed.reports.some((sha) => sha.startsWith(report)));
    if (!isAsked || !closed.reports.every(mayKnow)) return [];
    // What came in its place may lie where the asker sees nothing.
    return [{ ...closed, by: closed.by !== null && mayKnow(closed.by) ? closed.by : null }];
  });
}
