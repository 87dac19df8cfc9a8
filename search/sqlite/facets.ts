import { ReportStatus, type SearchResult } from '../../schemas/search.ts';
import { type Facts, territoriesOf } from '../facts.ts';
import type { Asker } from '../port.ts';
import { type FacetName, facetNames, orderFacet } from '../query/rank.ts';

/**
 * Every value of every facet under a number, so that counting over tens of thousands of hits is counting in an array.
 * Hits are counted, not reports: a facet says how many hits are left when it is chosen.
 */
export class FacetValues {
  readonly #values: [FacetName, string][] = [];
  readonly #numbers = new Map<string, number>();

  constructor() {
    for (const status of ReportStatus.options) this.number('status', status);
  }

  /** The values a report has by itself; its collections are another matter, as not everybody may see them. */
  of({ issuer, places, units, level, type, date, directives, topics }: Facts): number[] {
    const values: [FacetName, string | null][] = [
      ['issuer', issuer?.[0] ?? null],
      ...places.map(([place]): [FacetName, string] => ['place', place]),
      ...territoriesOf(units).map((one): [FacetName, string] => ['territory', one]),
      ['level', level],
      ['type', type?.[0] ?? null],
      ['year', date?.slice(0, 4) ?? null],
      ...directives.map(([, , number]): [FacetName, string | null] => ['directive', number]),
      ...topics.map((topic): [FacetName, string] => ['topic', topic]),
    ];
    const numbers = values.flatMap(([facet, value]) => (value === null ? [] : [this.number(facet, value)]));
    return [...new Set(numbers)];
  }

  number(facet: FacetName, value: string): number {
    const key = `${facet} ${value}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#values.push([facet, value]) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  newCounts(): Uint32Array {
    return new Uint32Array(this.#values.length);
  }

  /** Counts under their values; of collections only those that the asker may see. */
  told(counts: Uint32Array, { collections }: Asker): SearchResult['facets'] {
    const facets = new Map(facetNames.map((name) => [name, new Map<string, number>()]));
    counts.forEach((count, number) => {
      if (count === 0) return;
      const [facet, value] = this.#values[number]!;
      const hidden = facet === 'collection' && collections !== null && !collections.includes(value);
      if (!hidden) facets.get(facet)!.set(value, count);
    });
    return Object.fromEntries([...facets].map(([name, values]) => [name, orderFacet(name, values)]));
  }
}
