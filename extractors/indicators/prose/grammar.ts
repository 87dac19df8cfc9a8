import { Phrases } from './phrases.ts';
import type { Token } from './tokens.ts';
import {
  adverbs,
  andWord,
  bareQuantities,
  bases,
  bodies,
  clauseMakers,
  dangling,
  deedVerbs,
  determiners,
  directions,
  isWord,
  levelWord,
  lightVerbs,
  links,
  listClosers,
  manners,
  nameStops,
  noBodies,
  nounEnds,
  nounMakers,
  noVerbs,
  ofWord,
  openers,
  orders,
  ownDeeds,
  papers,
  places,
  quantityNouns,
  reverend,
  standards,
  stops,
  suffered,
  takingWords,
  tellingVerbs,
  telltales,
  tenses,
  terms,
  ties,
  trailing,
  weakQuantities,
} from './words.ts';

/** The phrases of words.ts, ready to be looked up. */
export const is = {
  light: new Phrases(lightVerbs),
  telling: new Phrases(tellingVerbs),
  verb: new Phrases(deedVerbs, tellingVerbs),
  adverb: new Phrases(adverbs),
  opener: new Phrases(openers),
  link: new Phrases(links),
  tie: new Phrases(ties),
  listCloser: new Phrases(links, listClosers),
  bareQuantity: new Phrases(bareQuantities),
  weakQuantity: new Phrases(weakQuantities),
  trailing: new Phrases(trailing),
  dangling: new Phrases(dangling),
  tense: new Phrases(tenses),
  clauseMaker: new Phrases(clauseMakers),
  of: new Phrases(ofWord),
  and: new Phrases(andWord),
  copula: new Phrases(isWord),
  level: new Phrases(levelWord),
  term: new Phrases(terms),
  telltale: new Phrases(telltales),
  standard: new Phrases(standards),
  stop: new Phrases(stops),
  quantity: new Phrases(quantityNouns),
  body: new Phrases(bodies),
  noBody: new Phrases(noBodies),
  base: new Phrases(bases),
  direction: new Phrases(directions),
  nounEnd: new Phrases(nounEnds),
  nameStop: new Phrases(nameStops),
  noVerb: new Phrases(noVerbs),
  taking: new Phrases(takingWords),
  paper: new Phrases(papers),
  order: new Phrases(orders),
  manner: new Phrases(manners),
  place: new Phrases(places),
  reverend: new Phrases(reverend),
  ownDeed: new Phrases(ownDeeds),
  suffered: new Phrases(suffered),
  determiner: new Phrases(determiners),
  nounMaker: new Phrases(nounMakers),
};

/** Tokens of the deed that begins here; 0 for none: not «giao» of «giao thông». */
export function verbAt(tokens: readonly Token[], at: number): number {
  const size = is.verb.lengthAt(tokens, at);
  return size > 0 && is.noVerb.lengthAt(tokens, at) >= size ? 0 : size;
}

/** Tokens at a place that only count, open or link: «đã», «hiện có», «trong đó»; 0 where a verb begins with them: «chỉ đạo». */
export function fillerAt(tokens: readonly Token[], at: number): number {
  const adverb = is.telltale.lengthAt(tokens, at) > 0 ? 0 : is.adverb.lengthAt(tokens, at);
  const size = Math.max(adverb, is.light.lengthAt(tokens, at), is.opener.lengthAt(tokens, at));
  return Math.max(verbAt(tokens, at), is.noVerb.lengthAt(tokens, at), is.body.lengthAt(tokens, at)) > size ? 0 : size;
}
