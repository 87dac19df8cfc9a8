import type { Extraction } from '../../../schemas/extraction.ts';

export type MarkKind = 'citation' | 'indicator' | 'issue' | 'flag' | 'unsure';

/** A stretch of a block that a record was read from. A flag has one at each of its places. */
export interface Mark {
  kind: MarkKind;
  record: string;
  block: string;
  start: number;
  end: number;
}

/** Every record of a report at its places; contradictions with other reports stand in `across` with their source. */
export function marksOf(extraction: Pick<Extraction, 'citations' | 'indicators' | 'issues' | 'flags'>): Mark[] {
  const at = (
    kind: MarkKind,
    record: string,
    { block, start, end }: { block: string; start: number; end: number },
  ): Mark => ({
    kind,
    record,
    block,
    start,
    end,
  });
  return [
    ...extraction.citations.map((one) => at('citation', one.id, one)),
    ...extraction.indicators.map((one) => at('indicator', one.id, one)),
    ...extraction.issues.map((one) => at('issue', one.id, one)),
    ...extraction.flags.flatMap((one) =>
      one.evidence
        .filter((place) => place.source === undefined)
        .map((place) => at(one.certain ? 'flag' : 'unsure', one.id, place)),
    ),
  ];
}

export function byBlock(marks: readonly Mark[]): Map<string, Mark[]> {
  return Map.groupBy(marks, ({ block }) => block);
}
