import { fold } from '../text/fold.ts';
import { issuerOfCode, typeOfLetters } from './codes.ts';
import type { Mention } from './mention.ts';
import { suffixFor } from './shorthand.ts';

/**
 * Links each shorthand to the one document it can mean, or says why not. First the full forms of the same report with
 * that ordinal, a type that fits and an issuer that does not contradict: exactly one number among them links. Else type
 * and issuer words may fix the code («Quyết định 217 … của Bộ Chính trị»). Precision goes before recall.
 */
export function resolveShorthands(mentions: Mention[]): void {
  const full = mentions.filter(({ citation }) => citation.number !== null && !citation.shorthand);
  for (const mention of mentions) {
    const { citation, parts } = mention;
    if (!citation.shorthand || !parts) continue;
    const candidates = full.filter((other) => fits(mention, other));
    const numbers = new Set(candidates.map((other) => (other.citation.number ?? '').toUpperCase()));
    const [antecedent] = candidates;
    if (numbers.size === 1 && antecedent?.parts) {
      citation.number = antecedent.citation.number;
      mention.parts = { ...antecedent.parts, issuer: citation.issuer ?? antecedent.citation.issuer };
      citation.inferred = ['number'];
    } else if (numbers.size > 1) citation.unlinkedReason = 'several-antecedents';
    else {
      const suffix = citation.issuer && citation.type ? suffixFor(citation.type, citation.issuer) : null;
      if (!suffix) {
        citation.unlinkedReason = 'no-antecedent';
        continue;
      }
      const [letters = '', issuerCode = ''] = suffix.slice(1).split('/');
      citation.number = `${parts.ordinal}${suffix}`;
      mention.parts = { ...parts, typeLetters: letters, issuerCode };
      citation.inferred = ['number'];
    }
  }
}

function fits({ citation, parts }: Mention, { citation: other, parts: whole }: Mention): boolean {
  if (!parts || !whole || Number.parseInt(parts.ordinal, 10) !== Number.parseInt(whole.ordinal, 10)) return false;
  const letters = whole.typeLetters ? (typeOfLetters(whole.typeLetters)?.names ?? []) : [];
  const types = [other.type, ...letters].flatMap((type) => (type ? [fold(type)] : []));
  if (!types.includes(fold(citation.type ?? ''))) return false;
  if (!citation.issuer) return true;
  const names = [...(issuerOfCode(whole.issuerCode.split('-')[0] ?? '')?.names ?? []), other.issuer ?? '']
    .map(fold)
    .filter(Boolean);
  const words = fold(citation.issuer);
  return names.some((name) => words.includes(name) || name.includes(words));
}
