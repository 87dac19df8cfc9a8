import { runChecks } from '../../extractors/checks/run.ts';
import { extractCitations } from '../../extractors/citations/extract.ts';
import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Flag } from '../../schemas/flag.ts';

/** The checks of a report whose blocks were changed; what is known of it (its date, its issuer) stays. */
export function flagsOf(report: Extraction, blocks: readonly Block[]): Flag[] {
  const context = { file: report.sha256 ?? '', report: report.report, blocks };
  return runChecks(context, { citations: extractCitations(context), indicators: [] }).flags;
}

/** Flags that the clean report does not have: by kind, figures and the block of their first evidence. */
export function newFlags(before: readonly Flag[], after: readonly Flag[]): Flag[] {
  const known = new Map<string, number>();
  for (const flag of before) known.set(keyOf(flag), (known.get(keyOf(flag)) ?? 0) + 1);
  return after.filter((flag) => {
    const left = known.get(keyOf(flag)) ?? 0;
    known.set(keyOf(flag), left - 1);
    return left <= 0;
  });
}

function keyOf(flag: Flag): string {
  return [flag.kind, plain(flag.stated), plain(flag.expected), flag.evidence[0]!.block].join(' ');
}

/** «1.187» and «1187» are one figure. */
function plain(figure: string | null): string {
  return (figure ?? '').replace(/(?<=\d)\.(?=\d{3})/g, '').replace(/\b0+(?=\d)/g, '');
}
