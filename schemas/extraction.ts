import { z } from 'zod';
import { Citation } from './citation.ts';
import { Diagnostic } from './diagnostic.ts';
import { Block } from './document.ts';
import { Coverage, Flag } from './flag.ts';
import { Indicator } from './indicator.ts';
import { Issue } from './issue.ts';
import { Relation } from './relation.ts';
import { Report } from './report.ts';

export const Status = z.enum(['complete', 'partial', 'failed']);
export type Status = z.infer<typeof Status>;

/** Everything that one file yields: what `doisoat extract --json` prints, one object a line. */
export const Extraction = z.strictObject({
  source: z.string(),
  sha256: z.string().nullable(),
  mediaType: z.string().nullable(),
  pipelineVersion: z.string(),
  status: Status,
  diagnostics: z.array(Diagnostic),
  report: Report,
  blocks: z.array(Block),
  citations: z.array(Citation),
  relations: z.array(Relation),
  indicators: z.array(Indicator),
  issues: z.array(Issue),
  flags: z.array(Flag),
  coverage: Coverage,
});
export type Extraction = z.infer<typeof Extraction>;

/** The last object that `doisoat check --json` prints. */
export const CheckSummary = z.strictObject({ crossFlags: z.array(Flag), reports: z.int().min(0) });
export type CheckSummary = z.infer<typeof CheckSummary>;
