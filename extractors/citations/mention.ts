import type { Citation } from '../../schemas/citation.ts';
import type { IdentityParts } from './identity.ts';

/** A mention while it is still being understood: the parts of its number are kept beside the record. */
export interface Mention {
  citation: Citation;
  parts: IdentityParts | null;
  /** Order in the report: index of the block, offset. */
  order: number;
}
