import type { Citation } from '../../schemas/citation.ts';
import type { IdentityParts } from './identity.ts';

/** A mention while it is still being understood: the parts of its number are kept beside the record. */
export interface Mention {
  citation: Citation;
  parts: IdentityParts | null;
  /** A shorthand that gives a paper its short name: «(sau đây gọi tắt là Quyết định 217)». */
  alias?: boolean;
  /** Index of its block in the report. */
  order: number;
}
