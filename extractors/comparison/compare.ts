import type { Extraction } from '../../schemas/extraction.ts';
import type { Flag } from '../../schemas/flag.ts';
import { fingerprint, flagId, words } from '../checks/identity.ts';
import { crossReport } from './checks/cross-report.ts';
import type { CrossFinding, CrossRule } from './checks/cross-rule.ts';
import { cumulative } from './checks/cumulative.ts';
import { directiveIdentity, directiveLetters } from './checks/directive-identity.ts';
import { growth } from './checks/growth.ts';
import { rollUp } from './checks/roll-up.ts';
import { targetResult } from './checks/target-result.ts';
import { type ComparedDirective, comparedDirectives, keysOfDirective } from './compared-directive.ts';
import { type ComparedFigure, comparedFigures, comparedReport, keysOf } from './compared-figure.ts';
import { groupsOf } from './groups.ts';
import type { Sketched } from './same-report.ts';
import { sketchOf } from './sketch.ts';

export type Member = ComparedFigure | ComparedDirective;

const crossRules = [
  crossReport,
  growth,
  cumulative,
  rollUp,
  targetResult,
  directiveIdentity,
  directiveLetters,
] as CrossRule<Member>[];

/** Kinds of flags that may stand between reports. */
export const crossKinds = [...new Set(crossRules.map(({ kind }) => kind))];

/** All that comparing needs of one report: no text is held but the quotes of its figures. */
export interface PreparedReport extends Sketched {
  source: string;
  /** Figures and directives with the keys under which they are found again. */
  comparables: { member: Member; keys: string[] }[];
}

/** `readAs` is the header as it was read, where a person has corrected it: flags go on being known by it. */
export function prepareReport(
  extraction: Omit<Extraction, 'sha256'> & { readAs?: Extraction['report'] },
): PreparedReport {
  const compared = comparedReport(extraction);
  const comparables = [
    ...comparedFigures(extraction, compared).map((member) => ({ member, keys: keysOf(member) })),
    ...comparedDirectives(extraction.citations, compared).map((member) => ({ member, keys: keysOfDirective(member) })),
  ];
  const { source, report, blocks } = extraction;
  return { source, report, sketch: sketchOf(blocks), comparables };
}

/** What the members of one key contradict each other in. Pure: same members in any order, same flags. */
export function judgeKey(key: string, members: readonly Member[]): Flag[] {
  const ordered = [...members].sort(inOrder);
  return crossRules
    .filter(({ prefix }) => key.startsWith(prefix))
    .flatMap((rule) => Array.from(rule.check(ordered, key), (finding) => stamp(rule, finding)));
}

/** Contradictions between reports that are all at hand. Of several copies or versions of one report the last counts. */
export function compareReports(reports: readonly PreparedReport[]): Flag[] {
  const members = new Map<string, Member[]>();
  for (const group of groupsOf(reports)) {
    for (const { member, keys } of group.at(-1)!.comparables) {
      for (const key of keys) {
        const known = members.get(key);
        if (known) known.push(member);
        else members.set(key, [member]);
      }
    }
  }
  const flags = [...members]
    .sort(([a], [b]) => compare(a, b))
    .filter(([, of]) => of.length > 1)
    .flatMap(([key, of]) => judgeKey(key, of));
  return [...new Map(flags.map((flag) => [flag.id, flag])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function inOrder(a: Member, b: Member): number {
  const [one, two] = [placeIn(a), placeIn(b)];
  return compare(a.report.source, b.report.source) || compare(one.block, two.block) || one.start - two.start;
}

const placeIn = (member: Member) => ('indicator' in member ? member.indicator : member.mention);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function stamp(rule: CrossRule<Member>, finding: CrossFinding): Flag {
  const lineages = [...new Set(finding.evidence.map(({ report }) => report.lineage))].sort().join('\u0001');
  const anchor = words(finding.evidence.map(({ quote }) => quote).join(' '));
  return {
    id: flagId(rule.kind, lineages, anchor, 0),
    fingerprint: fingerprint([finding.stated, finding.expected, finding.formula ?? null]),
    kind: rule.kind,
    severity: finding.severity ?? rule.severity,
    certain: finding.certain,
    stated: finding.stated,
    expected: finding.expected,
    message: finding.message,
    formula: finding.formula ?? null,
    interval: null,
    suggestion: finding.suggestion ?? null,
    evidence: finding.evidence.map(({ role, report, quote, block, start, end }) => ({
      role,
      quote,
      block,
      start,
      end,
      source: report.source,
    })),
  };
}
