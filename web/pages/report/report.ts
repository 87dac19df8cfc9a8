import type { Extraction } from '../../../schemas/extraction.ts';
import type { ReportHead } from '../../../schemas/search.ts';

/** One report with all that was read in it, as the server tells it. */
export interface OneReport {
  head: ReportHead;
  paths: string[];
  extraction: Extraction;
  copies: ReportHead[];
}
