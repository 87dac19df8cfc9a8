import type { Citation } from '../../schemas/citation.ts';
import { findNumbers } from './grammar.ts';
import { readIssuer, readIssuerBefore } from './issuer.ts';
import { readTail } from './tail.ts';

/**
 * Names of the rules behind a mention, for a person who wonders why it was read so: what its number looks like, where its
 * issuer, date and title were found, and how a shorthand was linked.
 */
export function rulesOf(citation: Citation, blockText: string): string[] {
  const { quote, start, end, number, shorthand, issuer, date, title } = citation;
  if (number === null && !shorthand) return ['named'];
  if (shorthand) {
    const kind = /\d/.test(quote) ? 'shorthand' : 'shorthand-backward';
    return [kind, number === null ? (citation.unlinkedReason ?? 'unlinked') : 'linked'];
  }
  const [found] = findNumbers(quote);
  const rules: string[] = [found?.form ?? 'number'];
  if ((found?.ordinals.length ?? 0) > 1) rules.push('list');
  if (citation.inferred.includes('number')) rules.push('repaired');
  const tail = readTail(blockText, start + (found?.end ?? end - start));
  if (date) rules.push(tail.date === date ? 'date-behind' : 'date-elsewhere');
  if (issuer) {
    const behind = readIssuer(blockText, end) ?? (tail.issuer === null ? null : { name: tail.issuer });
    if (behind?.name === issuer) rules.push('issuer-behind');
    else rules.push(readIssuerBefore(blockText, start)?.name === issuer ? 'issuer-before' : 'issuer-elsewhere');
  }
  if (title) {
    const at = blockText.indexOf(title, end);
    const quoted = at > 0 && /[“"«]/.test(blockText.charAt(at - 1));
    rules.push(tail.titles.includes(title) ? (quoted ? 'title-quoted' : 'title-subject') : 'title-elsewhere');
  }
  return rules;
}
