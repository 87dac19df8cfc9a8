import { candidatesFor, misreadCandidates, onlyOne } from './resolve.ts';
import { foldedKey } from './spelling.ts';
import { type AdministrativeUnit, chainOf, fullName } from './table.ts';

interface ResolvedChain {
  /** Widest first; the most specific unit named is the last. */
  units: AdministrativeUnit[];
  /** Names as written whose letters were misread, with what they are: «phường Phố Hòa» → «phường Phổ Hòa». */
  corrections: Map<string, string>;
}

/**
 * Resolves the units that a letterhead names together, widest first («thị xã Đức Phố», «phường Phố Hòa»). They tell
 * homonyms apart, and bear each other out where marks were misread. `hints` are provinces the text speaks of, the most
 * frequent first; they decide between homonyms only.
 */
export function resolveChain(
  written: readonly string[],
  { date, hints = [] }: { date: string | null; hints?: readonly string[] },
): ResolvedChain | null {
  const specific = written.at(-1);
  if (specific === undefined) return null;
  const wider = written.slice(0, -1);
  const exact = candidatesFor(specific, { date }).filter((unit) => liesIn(unit, wider));
  const found =
    choose(exact, hints) ?? (exact.length === 0 && wider.length > 0 ? misread(specific, wider, date) : null);
  if (!found) return null;
  const units = chainOf(found);
  return { units, corrections: correctionsOf(written, units) };
}

const misread = (specific: string, wider: readonly string[], date: string | null): AdministrativeUnit | null =>
  onlyOne(misreadCandidates(specific, { date }).filter((unit) => liesIn(unit, wider)));

/** Every wider unit named is one above it, apart from marks: «Đức Phố» is written where Đức Phổ is meant. */
function liesIn(unit: AdministrativeUnit, wider: readonly string[]): boolean {
  const above = chainOf(unit)
    .slice(0, -1)
    .map((one) => foldedKey(fullName(one)));
  return wider.every((name) => above.includes(foldedKey(name)));
}

function choose(units: readonly AdministrativeUnit[], hints: readonly string[]): AdministrativeUnit | null {
  const one = onlyOne(units);
  if (one || units.length === 0) return one;
  for (const hint of hints) {
    const there = units.filter(
      (unit) => chainOf(unit)[0] !== unit && foldedKey(chainOf(unit)[0]?.name ?? '') === foldedKey(hint),
    );
    if (there.length > 0) return onlyOne(there);
  }
  return null;
}

function correctionsOf(written: readonly string[], units: readonly AdministrativeUnit[]): Map<string, string> {
  const corrections = new Map<string, string>();
  for (const name of written) {
    const unit = units.find((one) => foldedKey(fullName(one)) === foldedKey(name));
    if (unit && candidatesFor(name).length === 0) corrections.set(name, fullName(unit));
  }
  return corrections;
}
