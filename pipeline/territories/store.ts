import type { NamedPlace, ReportFilter, Store } from '../../search/port.ts';
import type { FieldCondition, Query } from '../../search/query/query.ts';

/**
 * The store, asked for a place under all its names: as written in full («Q. Hồng Bàng» is quận Hồng Bàng), and the units
 * that went into it, so that «phường Đức Phổ» finds what phường Phổ Hòa reported in 2023. A value of a facet (`whole`) is
 * meant as it stands.
 */
export function withTerritories<S extends Store>(store: S): S {
  const { comparisons } = store;
  return {
    ...store,
    search: async (asker, query, page) => store.search(asker, await widened(query), page),
    list: async (asker, kind, filter, page) => store.list(asker, kind, await withPlaces(filter), page),
    coverage: async (asker, filter) => store.coverage(asker, await withPlaces(filter)),
    comparisons: comparisons && {
      ...comparisons,
      flags: async (asker, filter, page) => comparisons.flags(asker, await withPlaces(filter), page),
    },
  };
}

async function widened(query: Query): Promise<Query> {
  const typed = query.filters.place.filter(({ whole }) => !whole);
  if (typed.length === 0) return query;
  const more = await Promise.all(
    typed.map(async ({ value, not }) =>
      // What must not be of a place may be of what it was made of.
      not ? [] : (await placesMeantBy(value)).map((one): FieldCondition => ({ ...one, whole: true, not })),
    ),
  );
  return { ...query, filters: { ...query.filters, place: [...query.filters.place, ...more.flat()] } };
}

async function withPlaces<F extends ReportFilter>(filter: F): Promise<F> {
  if (filter.place === undefined || filter.places !== undefined) return filter;
  return { ...filter, places: await placesMeantBy(filter.place) };
}

/** The tables of units are read only when a place is asked for. */
async function placesMeantBy(place: string): Promise<NamedPlace[]> {
  const { territoriesNamed } = await import('./named.ts');
  return territoriesNamed(place).flatMap(({ name, within, former }) =>
    [{ name, within }, ...former].map((unit) => ({
      value: unit.name,
      ...(unit.within !== null && { within: unit.within }),
    })),
  );
}
