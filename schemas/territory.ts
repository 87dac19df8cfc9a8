import { z } from 'zod';
import { UnitLevel } from './report.ts';
import { SearchResult } from './search.ts';

/** What became of a territory: `formed` of the others, `ended` and went into them, or `grew` by them under its old name. */
export const TerritoryChange = z.strictObject({
  /** The first day on which it holds. */
  day: z.iso.date(),
  kind: z.enum(['formed', 'ended', 'grew']),
  /** `partial`: only a part of the older unit went into the newer one. */
  others: z.array(z.strictObject({ name: z.string(), partial: z.boolean() })),
});
export type TerritoryChange = z.infer<typeof TerritoryChange>;

/** A unit of another day that a territory was made of, or went into. `within`: the unit right above it. */
export const RelatedUnit = z.strictObject({
  name: z.string(),
  within: z.string().nullable(),
  /** Only a part of the older one is in the newer one. */
  partial: z.boolean(),
});
export type RelatedUnit = z.infer<typeof RelatedUnit>;

/** A unit that a question names, with those of other days whose reports speak of the same ground. */
export const AskedTerritory = z.strictObject({
  /** As typed. */
  asked: z.string(),
  name: z.string(),
  within: z.string().nullable(),
  level: UnitLevel,
  /** First and last day; null where it is not known, or has not come. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** What it was made of, back to the oldest: searched as well. */
  former: z.array(RelatedUnit),
  /** Where it went, or what its namesake of today took in: only told. */
  later: z.array(RelatedUnit),
});
export type AskedTerritory = z.infer<typeof AskedTerritory>;

/** What `doisoat search` answers: the passages, with the units that the question names. */
export const TerritorySearch = z.strictObject({
  ...SearchResult.shape,
  territories: z.array(AskedTerritory),
  /**
   * Where the words asked for are the name of a unit and nothing else: the first passages of what the units reported that
   * it was made of. Their text need not hold the name.
   */
  former: SearchResult.nullable(),
});
export type TerritorySearch = z.infer<typeof TerritorySearch>;
