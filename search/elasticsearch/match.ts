import type { Tier } from '../../schemas/search.ts';
import { type Clause, isMarked, leastClauses, type Query, type Term, type Word } from '../query/query.ts';
import type { Condition } from './find.ts';

type Spelling = keyof Word;

/** More than there are words: a beginning finds all that begin so. */
const EVERY_WORD = 1_000_000;
/** More clauses than a query can have (`MOST_TERMS`): the score tells the tier above it and the clauses below. */
const TIER = 1000;

/**
 * The order as a score, made of whole numbers that a 32-bit float holds exactly: one for each clause that holds, and the
 * tier above them. Scores of the engine's own play no part.
 */
export function passageQuery(query: Query, filter: Condition[]): Condition {
  const { clauses, phrases } = query;
  const held = (clause: Clause): Condition => worth(clauseCondition(clause, 'folded'), 1);
  const required = clauses.filter((clause) => clause.required).map(held);
  const optional = clauses.filter((clause) => !clause.required).map(held);
  const least = Math.max(0, leastClauses(query) - required.length);
  const all = clauses.map((clause) => clauseCondition(clause, 'folded'));
  const exact = clauses.map((clause) => clauseCondition(clause, 'exact'));
  const sideBySide = (spelling: Spelling): Condition => ({
    bool: { filter: [...all, ...phrases.map((words) => sequence(words, spelling, false))] },
  });
  const tiers = [
    worth({ bool: { filter: [...all, ...exact] } }, 2 * TIER),
    ...(phrases.length > 0 ? [worth(sideBySide('folded'), TIER), worth(sideBySide('exact'), 3 * TIER)] : []),
  ];
  return {
    bool: {
      filter,
      must: [{ bool: { must: required, should: optional, minimum_should_match: least } }],
      should: [{ dis_max: { queries: tiers } }],
      must_not: excludedConditions(query),
    },
  };
}

export function tierOf(score: number, { clauses }: Query): Tier {
  if (score >= 3 * TIER) return 'phrase';
  if (score >= 2 * TIER) return 'exact';
  if (score >= TIER) return 'folded-phrase';
  return score >= clauses.length ? 'folded' : 'some';
}

/** With its marks if it was typed with marks. */
export function excludedConditions({ excluded }: Query): Condition[] {
  return excluded.map((term) => termCondition(term, isMarked(term) ? 'exact' : 'folded'));
}

const worth = (filter: Condition, boost: number): Condition => ({ constant_score: { filter, boost } });

function clauseCondition({ anyOf }: Clause, spelling: Spelling): Condition {
  const terms = anyOf.map((term) => termCondition(term, spelling));
  return terms.length === 1 ? terms[0]! : { bool: { should: terms, minimum_should_match: 1 } };
}

function termCondition({ words, keyword, prefix }: Term, spelling: Spelling): Condition {
  return keyword === null ? sequence(words, spelling, prefix) : { term: { [spelling]: keyword } };
}

/** Words side by side; the last may be a beginning. */
function sequence(words: readonly Word[], spelling: Spelling, prefix: boolean): Condition {
  const query = words.map((word) => word[spelling]).join(' ');
  if (words.length === 1) return prefix ? { prefix: { [spelling]: query } } : { term: { [spelling]: query } };
  return prefix
    ? { match_phrase_prefix: { [spelling]: { query, max_expansions: EVERY_WORD } } }
    : { match_phrase: { [spelling]: query } };
}
