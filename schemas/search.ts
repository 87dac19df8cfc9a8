import { z } from 'zod';
import { Modality } from './relation.ts';
import { Report, Unit } from './report.ts';

/** How well a passage fits the words asked for; hits come in this order. */
export const Tier = z.enum(['phrase', 'exact', 'folded-phrase', 'folded', 'some']);
export type Tier = z.infer<typeof Tier>;

/** The report a hit stands in: the hash of its file, one path of it, and its header facts. */
export const ReportHead = z.strictObject({ id: z.string(), path: z.string(), ...Report.shape });
export type ReportHead = z.infer<typeof ReportHead>;

export const SearchHit = z.strictObject({
  report: ReportHead,
  block: z.string(),
  section: z.string().nullable(),
  page: z.int().nullable(),
  tier: Tier,
  text: z.string(),
  /** UTF-16 offsets into `text`, end exclusive, in order, not overlapping. */
  highlights: z.array(z.tuple([z.int(), z.int()])),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** Whether hits come as well as they fit, or by the day of their report, undated ones last. */
export const SearchOrder = z.enum(['relevance', 'newest', 'oldest']);
export type SearchOrder = z.infer<typeof SearchOrder>;

/**
 * How a report stands with its auditors: some of its contradictions are not decided yet (`open`), all are (`decided`), none
 * was found (`consistent`), nothing in it could be checked (`unchecked`); and `signed-off` beside one of these.
 */
export const ReportStatus = z.enum(['open', 'decided', 'consistent', 'unchecked', 'signed-off']);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** Value and count, most frequent first, then by value. */
export const Facet = z.array(z.tuple([z.string(), z.int()]));
export type Facet = z.infer<typeof Facet>;

export const SearchResult = z.strictObject({
  total: z.int(),
  hits: z.array(SearchHit),
  facets: z.record(z.string(), Facet),
});
export type SearchResult = z.infer<typeof SearchResult>;

/** One real document, across all reports that mention it. */
export const Directive = z.strictObject({
  identity: z.string(),
  number: z.string(),
  type: z.string().nullable(),
  issuer: z.string().nullable(),
  date: z.iso.date().nullable(),
  title: z.string().nullable(),
  /** Every way its number was written, most frequent first. */
  spellings: z.array(z.string()),
  reports: z.int(),
  mentions: z.int(),
});
export type Directive = z.infer<typeof Directive>;

export const TraceMention = z.strictObject({
  report: ReportHead,
  verb: z.string().nullable(),
  modality: Modality.nullable(),
  actor: z.string().nullable(),
  place: z.string().nullable(),
  quote: z.string(),
  block: z.string(),
  start: z.int(),
  end: z.int(),
  section: z.string().nullable(),
  page: z.int().nullable(),
});
export type TraceMention = z.infer<typeof TraceMention>;

/** A paper issued to carry the directive out, and what was issued to carry that out in turn. */
export interface CascadeNode {
  number: string;
  via: string;
  children: CascadeNode[];
}
export const CascadeNode: z.ZodType<CascadeNode> = z.strictObject({
  number: z.string(),
  via: z.string(),
  get children() {
    return z.array(CascadeNode);
  },
});

export const Trace = z.strictObject({
  directive: Directive.nullable(),
  mentions: z.array(TraceMention),
  cascade: z.array(CascadeNode),
  /** Papers that amend, replace or repeal it. */
  changes: z.array(z.strictObject({ number: z.string(), verb: z.string() })),
  /** Numbers cited in the same sentences, most often first. */
  related: z.array(z.strictObject({ number: z.string(), mentions: z.int() })),
  /** Its own day, those of the papers issued for it, and those of the reports; `report` is the id of a report. */
  timeline: z.array(
    z.strictObject({
      date: z.iso.date(),
      number: z.string().nullable(),
      verbs: z.array(z.string()),
      report: z.string().nullable(),
    }),
  ),
  /** Bodies of the levels concerned that reported in the period and do not mention it. */
  silent: z.array(z.strictObject({ unit: Unit, reports: z.int() })),
  /** Other documents of the same number (08-NQ/TU of another province), which this trace is not about. */
  others: z.array(Directive),
});
export type Trace = z.infer<typeof Trace>;
