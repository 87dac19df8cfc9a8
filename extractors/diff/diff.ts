import type { Diff } from '../../schemas/diff.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { sameness } from '../comparison/same-report.ts';
import { sketchOf } from '../comparison/sketch.ts';
import { citationDifferences } from './citations.ts';
import { figureDifferences } from './figures.ts';

/**
 * Which figures and citations the second report gives otherwise than the first. Headings, numbers of sections, the order
 * of paragraphs and the wording of sentences do not matter. Pure.
 */
export function diffReports(old: Extraction, fresh: Extraction): Diff {
  const sketched = ({ report, blocks }: Extraction) => ({ report, sketch: sketchOf(blocks) });
  return {
    old: { source: old.source, report: old.report },
    new: { source: fresh.source, report: fresh.report },
    sameness: sameness(sketched(old), sketched(fresh)),
    figures: figureDifferences(old, fresh),
    citations: citationDifferences(old, fresh),
  };
}
