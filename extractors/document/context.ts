import type { Block } from '../../schemas/document.ts';
import type { Report } from '../../schemas/report.ts';

/** What every extractor sees: one reading, its header facts, and the hash of the file for derived ids. */
export interface ExtractContext {
  file: string;
  report: Report;
  /** The header as it was read, where a person has corrected it: flags go on being known by it. */
  readAs?: Report;
  blocks: readonly Block[];
}
