import type { Block } from '../../schemas/document.ts';
import type { Coverage, Evidence, Flag } from '../../schemas/flag.ts';
import type { ExtractContext } from '../document/context.ts';
import { fingerprint, flagId, lineage, words } from './identity.ts';
import { rules } from './index.ts';
import type { CheckInput, CheckRecords, Finding, Rule } from './rule.ts';

/** Below this a recogniser may have taken one figure for another: it read `1.665` for 1.865 with 78, right figures with 90 to 97. */
const SURE_FIGURES = 85;

function isReadable(block: Block): boolean {
  return block.ocrConfidence === null || block.ocrConfidence >= SURE_FIGURES;
}

/** Runs every rule over one reading. Flags come in reading order of their first evidence. */
export function runChecks(context: ExtractContext, records: CheckRecords): { flags: Flag[]; coverage: Coverage } {
  return runRules(rules, context, records);
}

export function runRules(
  chosen: readonly Rule[],
  context: ExtractContext,
  records: CheckRecords,
): { flags: Flag[]; coverage: Coverage } {
  const input = checkInput(context, records);
  const order = new Map(context.blocks.map((block, index) => [block.id, index]));
  const found: { rule: Rule; finding: Finding; evidence: Evidence[] }[] = [];
  const notCheckable: Record<string, number> = {};
  let consistent = 0;
  for (const rule of chosen) {
    for (const claim of rule.check(input)) {
      if (claim.fate === 'consistent') consistent++;
      else if (claim.fate === 'not-checkable') notCheckable[claim.reason] = (notCheckable[claim.reason] ?? 0) + 1;
      else {
        const evidence = cutEvidence(claim.finding, input);
        if (evidence.every(({ block }) => isReadable(input.block(block))))
          found.push({ rule, finding: claim.finding, evidence });
        else notCheckable['doubtful-scan'] = (notCheckable['doubtful-scan'] ?? 0) + 1;
      }
    }
  }
  const at = (evidence: Evidence[]) => order.get(evidence[0]!.block)!;
  found.sort((a, b) => at(a.evidence) - at(b.evidence) || a.evidence[0]!.start - b.evidence[0]!.start);

  const reportLineage = lineage(context);
  const occurrences = new Map<string, number>();
  const flags = found.map(({ rule, finding, evidence }): Flag => {
    const anchor = words(finding.anchor ?? evidence.map((one) => one.quote).join(' '));
    const key = `${rule.kind}\u0000${anchor}`;
    const occurrence = occurrences.get(key) ?? 0;
    occurrences.set(key, occurrence + 1);
    return {
      id: flagId(rule.kind, reportLineage, anchor, occurrence),
      fingerprint: fingerprint([finding.stated, finding.expected, finding.formula ?? null]),
      kind: rule.kind,
      severity: finding.severity ?? rule.severity,
      // A misread figure accuses nobody: what was read off a picture is never certain.
      certain: finding.certain && evidence.every(({ block }) => input.block(block).ocrConfidence === null),
      stated: finding.stated,
      expected: finding.expected,
      message: finding.message,
      formula: finding.formula ?? null,
      interval: finding.interval ?? null,
      suggestion: finding.suggestion ?? null,
      evidence,
    };
  });

  const unchecked = Object.values(notCheckable).reduce((sum, n) => sum + n, 0);
  const checked = consistent + flags.length;
  return {
    flags,
    coverage: {
      claimsFound: checked + unchecked,
      claimsChecked: checked,
      byFate: { consistent, flagged: flags.length, notCheckable: inOrder(notCheckable) },
    },
  };
}

/** What the rules see of one reading; also for tests of code that rules share. */
export function checkInput(context: ExtractContext, records: CheckRecords): CheckInput {
  const blocks = new Map<string, Block>(context.blocks.map((block) => [block.id, block]));
  const done = new Map<unknown, unknown>();
  const input: CheckInput = {
    context,
    records,
    block(id) {
      const block = blocks.get(id);
      if (block === undefined) throw new Error(`No block ${id} in this reading`);
      return block;
    },
    shared<T>(make: (of: CheckInput) => T): T {
      if (!done.has(make)) done.set(make, make(input));
      return done.get(make) as T;
    },
  };
  return input;
}

function cutEvidence(finding: Finding, input: CheckInput): Evidence[] {
  return finding.evidence.map(({ role, block, start, end }) => ({
    role,
    quote: input.block(block).text.slice(start, end),
    block,
    start,
    end,
  }));
}

function inOrder(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
