import type { TerritorySearch } from '../../schemas/territory.ts';
import type { Asker, Page, Store } from '../../search/port.ts';
import { hasWords, type Query } from '../../search/query/query.ts';

/** As the store finds it; a unit that the words name is looked for under its former names too. */
export async function searchTerritories(
  store: Store,
  asker: Asker,
  query: Query,
  page: Page,
): Promise<TerritorySearch> {
  const found = await store.search(asker, query, page);
  const words = wordsOf(query);
  const places = query.filters.place.filter(({ not, whole }) => !not && !whole).map(({ value }) => value);
  if (words === null && places.length === 0) return { ...found, territories: [], former: null };
  const { territoriesNamed } = await import('./named.ts');
  const named = words === null ? [] : territoriesNamed(words);
  const territories = [...named, ...places.flatMap(territoriesNamed)];
  const former = named.flatMap((territory) => territory.former);
  if (former.length === 0) return { ...found, territories, former: null };
  const place = former.map(({ name, within }) => ({
    ...{ value: name, whole: true, not: false },
    ...(within !== null && { within }),
  }));
  const whole: Query = { ...query, clauses: [], phrases: [], filters: { ...query.filters, place } };
  return { ...found, territories, former: await store.search(asker, whole, page) };
}

const FIELD = /\p{L}{1,12}[:=](?:["“«][^"”»]*["”»]?|\S*)/gu;
/** The kinds of units, and how they are shortened: names of units are looked up only behind one. */
const KIND =
  /^(?:thành phố|thanh pho|tp|t\.p|thị|thi|tx|tt|tỉnh|tinh|quận|quan|q|huyện|huyen|h|phường|phuong|p|xã|xa|x|đặc khu|dac khu)[ .]/iu;

/** What was typed beside the fields, if it may be the name of a unit. */
function wordsOf(query: Query): string | null {
  if (!hasWords(query) || query.excluded.length > 0 || query.filters.place.length > 0) return null;
  const words = query.text
    .replace(FIELD, ' ')
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return KIND.test(words) ? words : null;
}
