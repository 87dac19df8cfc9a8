import { z } from 'zod';
import { entryFields, Words } from './decision.ts';
import { Report, Unit } from './report.ts';

/** Records that a person may reject: what contradicts itself is dismissed instead. */
export const RejectedKind = z.enum(['citations', 'relations', 'indicators', 'issues']);
export type RejectedKind = z.infer<typeof RejectedKind>;

const Text = z.string().trim().min(1).max(2000).nullable();
const texts = { number: Text, type: Text, title: Text, issuer: Text, signer: Text, date: z.iso.date().nullable() };

const reject = z.strictObject({ what: z.literal('reject'), kind: RejectedKind, record: z.string() });
/** A citation names this document; both null: it is not known which. */
const link = z.strictObject({
  what: z.literal('link'),
  citation: z.string(),
  number: Text,
  /** Identity of the directive. */
  directive: z.string().min(1).max(500).nullable(),
});
/** A figure was misread. */
const figure = z.strictObject({
  what: z.literal('figure'),
  indicator: z.string(),
  value: z.number(),
  unit: z.string().trim().min(1).max(200).nullable(),
});

/** One thing that a person knows better than the reading. */
export const Change = z.discriminatedUnion('what', [
  z.strictObject({
    what: z.literal('header'),
    set: z.strictObject({ ...texts, period: Report.shape.period, units: z.array(Unit) }).partial(),
  }),
  reject,
  link,
  figure,
]);
export type Change = z.infer<typeof Change>;

/** What a person asks for: places and periods are named in words. `version` is that of the last correction seen. */
export const CorrectionRequest = z.strictObject({
  change: z.discriminatedUnion('what', [
    z.strictObject({
      what: z.literal('header'),
      set: z
        .strictObject({ ...texts, period: Text, place: Text })
        .partial()
        .refine((set) => Object.keys(set).length > 0, { error: 'nothing is set' }),
    }),
    reject,
    link,
    figure,
    z.strictObject({ what: z.literal('undo'), version: z.int().min(1) }),
  ]),
  comment: Words.optional(),
  version: z.int().min(0),
});
export type CorrectionRequest = z.infer<typeof CorrectionRequest>;

/** One entry in the history of what was corrected in a report. */
export const Correction = z.strictObject({
  report: z.string(),
  ...entryFields,
  comment: Words.nullable(),
  /** Null where this entry only takes back another. */
  change: Change.nullable(),
});
export type Correction = z.infer<typeof Correction>;
