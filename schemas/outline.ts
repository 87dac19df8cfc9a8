import { z } from 'zod';
import { Diagnostic } from './diagnostic.ts';
import { Status } from './extraction.ts';
import { Report } from './report.ts';
import { spanFields } from './span.ts';

/** Something that an outline asks reports for. */
export const OutlineItem = z.strictObject({
  /** Unique in the outline: number path and, for figures, their place in that section («II.1», «II.1#2», «PL1»). */
  id: z.string(),
  kind: z.enum(['section', 'figure', 'table', 'annex']),
  /** The section or annex it stands in. */
  parent: z.string().nullable(),
  title: z.string(),
  /** «(nếu có)». */
  optional: z.boolean(),
  quote: z.string(),
  ...spanFields,
});
export type OutlineItem = z.infer<typeof OutlineItem>;

/**
 * `there`; `nothing`: the report says that there is nothing to report; `empty`: the heading or the place is there and
 * not filled in; `unsure`: something like it is there, a person has to look; `lacking`.
 */
export const OutlineState = z.enum(['there', 'nothing', 'empty', 'unsure', 'lacking']);
export type OutlineState = z.infer<typeof OutlineState>;

export const OutlinePlace = z.strictObject({
  quote: z.string(),
  ...spanFields,
  section: z.string().nullable(),
  page: z.int().nullable(),
});
export type OutlinePlace = z.infer<typeof OutlinePlace>;

export const OutlineAnswer = z.strictObject({
  item: z.string(),
  state: OutlineState,
  /** Where the report answers it; of an annex that is not there, where the report names it. */
  place: OutlinePlace.nullable(),
});
export type OutlineAnswer = z.infer<typeof OutlineAnswer>;

const file = { source: z.string(), status: Status, diagnostics: z.array(Diagnostic), report: Report };

/** What `doisoat outline --json` prints. A report that could not be read has no answers. */
export const OutlineCheck = z.strictObject({
  outline: z.strictObject({ ...file, items: z.array(OutlineItem) }),
  reports: z.array(
    z.strictObject({
      ...file,
      /** How many items are in each state; optional ones that are lacking are not counted. */
      counts: z.record(OutlineState, z.int().min(0)),
      answers: z.array(OutlineAnswer),
    }),
  ),
});
export type OutlineCheck = z.infer<typeof OutlineCheck>;
