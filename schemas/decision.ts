import { z } from 'zod';
import { Evidence, Flag } from './flag.ts';
import { ReportHead } from './search.ts';

/** `fixed`: a later version of the report puts it right. */
export const DecisionState = z.enum(['open', 'confirmed', 'dismissed', 'fixed']);
export type DecisionState = z.infer<typeof DecisionState>;

/** A name as it is shown, a sentence that a person wrote: never empty, never unbounded. */
const Name = z.string().trim().min(1).max(200);
export const Words = z.string().trim().min(1).max(4000);

/** What stands in every history: entries are only ever added, numbered from 1 under their key. */
export const entryFields = {
  version: z.int().min(1),
  by: Name,
  at: z.iso.datetime(),
  /** The version of the entry that this one takes back. */
  undoes: z.int().min(1).nullable(),
};

/** One entry in the history of a flag: what is held of it from then on, not what changed. */
export const Decision = z.strictObject({
  flag: z.string(),
  ...entryFields,
  state: DecisionState,
  reason: Words.nullable(),
  comment: Words.nullable(),
  assignee: Name.nullable(),
  /** Of the figures when it was decided: other figures re-open the flag. */
  fingerprint: z.string(),
});
export type Decision = z.infer<typeof Decision>;

/** What an auditor asks for; `version` is that of the last entry the auditor has seen, 0 where there was none. */
export const DecisionRequest = z
  .strictObject({
    state: DecisionState,
    reason: Words.optional(),
    comment: Words.optional(),
    /** Left out: stays as it is; null: nobody. */
    assignee: Name.nullish(),
    version: z.int().min(0),
  })
  .refine(({ state, reason }) => state !== 'dismissed' || reason !== undefined, {
    path: ['reason'],
    error: 'a dismissal needs its reason',
  });
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** How a flag stands now. */
export const Standing = z.strictObject({
  state: DecisionState,
  /** Decided once, but on other figures than the report gives now. */
  reopenedBecause: z.literal('figures-changed').nullable(),
  assignee: Name.nullable(),
  /** Of the last entry; 0 while nobody has decided anything. */
  version: z.int().min(0),
  /** The last entry, also where the flag is open again. */
  decision: Decision.nullable(),
});
export type Standing = z.infer<typeof Standing>;

/** A flag as it lies on an auditor's desk. */
export const DeskFlag = z.strictObject({
  ...Flag.shape,
  /** The report that its first evidence stands in, and the place there; `reports` are all, several where they differ. */
  report: ReportHead,
  page: z.int().nullable(),
  section: z.string().nullable(),
  reports: z.array(ReportHead).min(1),
  ...Standing.shape,
});
export type DeskFlag = z.infer<typeof DeskFlag>;

/** Everything about one flag: each piece of evidence with its report and place, and all that was said, oldest first. */
export const FlagFile = z.strictObject({
  flag: DeskFlag,
  places: z.array(
    z.strictObject({
      ...Evidence.shape,
      report: z.string(),
      page: z.int().nullable(),
      section: z.string().nullable(),
    }),
  ),
  history: z.array(Decision),
});
export type FlagFile = z.infer<typeof FlagFile>;

/** Claims that were checked, those that hold, the flags raised and how many of these are no longer open. */
export const FlagCounts = z.strictObject({
  checked: z.int().min(0),
  consistent: z.int().min(0),
  flagged: z.int().min(0),
  decided: z.int().min(0),
});
export type FlagCounts = z.infer<typeof FlagCounts>;

/** An auditor has gone through a report: what there was to see then. */
export const SignOff = z.strictObject({
  report: z.string(),
  ...entryFields,
  /** False where the sign-off is taken back. */
  signed: z.boolean(),
  comment: Words.nullable(),
  counts: FlagCounts,
  /** Fingerprint of each flag there was, by id. */
  flags: z.record(z.string(), z.string()),
});
export type SignOff = z.infer<typeof SignOff>;

/** Whether a report is signed off, and what is otherwise than it was then. */
export const SignOffStatus = z.strictObject({
  signOff: SignOff.nullable(),
  /** Ids of flags that came since, whose figures are others, that are no longer raised. */
  added: z.array(z.string()),
  changed: z.array(z.string()),
  gone: z.array(z.string()),
  /** Signed, and nothing is new or changed. */
  upToDate: z.boolean(),
});
export type SignOffStatus = z.infer<typeof SignOffStatus>;
