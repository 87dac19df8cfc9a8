import type { Extraction } from '../../schemas/extraction.ts';
import type { FlagKind } from '../../schemas/flag.ts';
import type { Edit } from './edit.ts';
import type { Random } from './random.ts';

/** One error to be put into a clean report. */
export interface Seed {
  /** What an auditor would call it. */
  kind: FlagKind;
  /** Which slip was made. */
  slip: string;
  edits: Edit[];
  /** The blocks the contradiction stands in: a flag counts when its evidence touches one of them. */
  blocks: string[];
  /** Original words and what became of them. */
  note: string;
}

/** Looks for places in a clean report whose figures are bound to each other, and breaks one at each. */
export type Seeder = (report: Extraction, random: Random) => Seed[];
