import { SearchOrder } from '../../../schemas/search.ts';
import { parseQuery } from '../../../search/query/parse.ts';
import { searchTerritories } from '../../territories/search.ts';
import type { CommandBody } from '../command-body.ts';
import { UsageError } from '../failure.ts';
import { excerpt, headLine, markHighlights, paint, placeText, shortId } from '../format.ts';
import { pageOf } from '../paging.ts';
import { everybody, openSession, withStore } from '../session.ts';
import { terminalWidth, wrap } from '../table.ts';
import { printFormer, printTerritory, whyFound } from '../territory-hints.ts';

const FACET_VALUES = 5;

const search: CommandBody = async (messages, words, options) => {
  const session = openSession(messages, options);
  const page = pageOf(options);
  const { success, data: order } = SearchOrder.safeParse(options.sort);
  if (!success) throw new UsageError(messages.search.orders);
  const result = await withStore(session, ({ store }) =>
    searchTerritories(store, everybody, { ...parseQuery(queryText(words)), order }, page),
  );
  if (session.json) {
    session.printJson(result);
    return undefined;
  }
  const { print } = session;
  for (const territory of result.territories) printTerritory(session, territory);
  if (result.total === 0) {
    print(messages.search.none);
    if (result.former === null) print(messages.search.tip);
    printFormer(session, result);
    return undefined;
  }
  print(paint('bold', messages.search.total(result.total)));
  for (const hit of result.hits) {
    print();
    print(`${paint('cyan', headLine(hit.report, messages))}  ${paint('dim', shortId(hit.report.id))}`);
    const where = [
      placeText(hit, messages),
      messages.search.tiers[hit.tier],
      whyFound(hit.report.units, result.territories, messages),
    ]
      .filter(Boolean)
      .join(' · ');
    print(`  ${paint('dim', where)}`);
    const cut = excerpt(hit.text.replaceAll(/[\t\n]/g, ' '), hit.highlights);
    const marked = markHighlights(cut.text, cut.highlights);
    for (const line of wrap(marked, terminalWidth() - 2)) print(`  ${line}`);
  }
  printFormer(session, result);
  print();
  const facetWords = { level: messages.trace.levels, status: messages.search.statuses };
  for (const [name, values] of Object.entries(result.facets)) {
    // Places are told once, not as a tree as well.
    if (values.length === 0 || name === 'territory') continue;
    const said: Record<string, string> = { ...facetWords[name as keyof typeof facetWords] };
    const shown = values.slice(0, FACET_VALUES).map(([value, count]) => `${said[value] ?? value} (${count})`);
    const more = values.length > FACET_VALUES ? ' …' : '';
    print(`${paint('bold', messages.search.facets[name] ?? name)}: ${shown.join(' · ')}${more}`);
  }
  const next = page.offset + result.hits.length;
  if (next < result.total) print(messages.search.more(next));
  return undefined;
};

/**
 * The shell has taken the user's quotes away: `search "đối thoại trực tiếp"` arrives as one argument with blanks, and a
 * person who typed quotes meant the phrase. An argument with our own syntax in it is left as it is.
 */
function queryText(words: string[]): string {
  return words.map((word) => (/\s/.test(word) && !/["“”:*]|(^|\s)[-–]/.test(word) ? `"${word}"` : word)).join(' ');
}

export default search;
