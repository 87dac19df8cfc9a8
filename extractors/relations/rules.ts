import type { Relation } from '../../schemas/relation.ts';
import { governingVerb } from './verbs.ts';

/** The name of the rule behind a relation: where its verb stands, and whose it is. */
export function ruleOf({ from, verb, to, quote }: Relation): string {
  const at = quote.indexOf(to.replace(/^(\d+[a-zđ]?).*$/u, '$1'));
  const before = governingVerb(at < 0 ? quote : quote.slice(0, at));
  if (from !== null) return before?.verb === verb ? 'object-of-a-paper' : 'acts-on-the-paper-before';
  if (before) return 'verb-before';
  return governingVerb(quote)?.verb === verb ? 'verb-behind' : 'verb-of-the-list';
}
