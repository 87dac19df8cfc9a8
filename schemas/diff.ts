import { z } from 'zod';
import { Citation } from './citation.ts';
import { Indicator } from './indicator.ts';
import { Report } from './report.ts';

/** Where it stands in its own report; the page where the format has pages. */
const placed = { page: z.int().nullable(), section: z.string().nullable() };

export const DiffFigure = z.strictObject({
  ...Indicator.pick({
    id: true,
    label: true,
    value: true,
    raw: true,
    unit: true,
    qualifier: true,
    period: true,
    scope: true,
    quote: true,
    block: true,
    start: true,
    end: true,
  }).shape,
  ...placed,
});
export type DiffFigure = z.infer<typeof DiffFigure>;

export const DiffCitation = z.strictObject({
  ...Citation.pick({
    id: true,
    number: true,
    type: true,
    issuer: true,
    date: true,
    title: true,
    quote: true,
    block: true,
    start: true,
    end: true,
  }).shape,
  ...placed,
});
export type DiffCitation = z.infer<typeof DiffCitation>;

const differences = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    added: z.array(item),
    removed: z.array(item),
    changed: z.array(z.strictObject({ old: item, new: item })),
    unchanged: z.int(),
  });

/** What the second report says otherwise than the first. Where something stands, and in which words, is no difference. */
export const Diff = z.strictObject({
  old: z.strictObject({ source: z.string(), report: Report }),
  new: z.strictObject({ source: z.string(), report: Report }),
  /** How the two belong together: copies or versions of one report, or two reports. */
  sameness: z.enum(['copy', 'version', 'other']),
  figures: differences(DiffFigure),
  citations: differences(DiffCitation),
});
export type Diff = z.infer<typeof Diff>;
