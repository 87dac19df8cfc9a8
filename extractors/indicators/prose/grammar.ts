import { Phrases } from './phrases.ts';
import {
  adverbs,
  bases,
  bodies,
  deedVerbs,
  determiners,
  lightVerbs,
  links,
  noBodies,
  nounMakers,
  openers,
  quantityNouns,
  stops,
  tellingVerbs,
  trailing,
} from './words.ts';

/** The phrases of words.ts, ready to be looked up. */
export const is = {
  light: new Phrases(lightVerbs),
  telling: new Phrases(tellingVerbs),
  verb: new Phrases(deedVerbs, tellingVerbs),
  adverb: new Phrases(adverbs),
  opener: new Phrases(openers),
  link: new Phrases(links),
  trailing: new Phrases(trailing),
  stop: new Phrases(stops),
  quantity: new Phrases(quantityNouns),
  body: new Phrases(bodies),
  noBody: new Phrases(noBodies),
  base: new Phrases(bases),
  determiner: new Phrases(determiners),
  nounMaker: new Phrases(nounMakers),
};
