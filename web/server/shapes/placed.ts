import { z } from 'zod';
import { Citation } from '../../../schemas/citation.ts';
import { Indicator } from '../../../schemas/indicator.ts';
import { Issue } from '../../../schemas/issue.ts';
import { Relation } from '../../../schemas/relation.ts';
import { ReportHead } from '../../../schemas/search.ts';

/** The report a record stands in, and the place a person can turn to. */
const place = { report: ReportHead, page: z.int().nullable(), section: z.string().nullable() };

export const PlacedCitation = z.strictObject({ ...Citation.shape, ...place });
export const PlacedRelation = z.strictObject({ ...Relation.shape, ...place });
export const PlacedIndicator = z.strictObject({ ...Indicator.shape, ...place });
export const PlacedIssue = z.strictObject({ ...Issue.shape, ...place });
