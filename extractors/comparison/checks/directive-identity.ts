import { nameOfCitation, showDay } from '../../checks/cited.ts';
import { fold } from '../../text/fold.ts';
import type { ComparedDirective } from '../compared-directive.ts';
import { nameOfReport } from '../compared-figure.ts';
import type { CrossFinding, CrossPlace, CrossRule } from './cross-rule.ts';

const placeOf = ({ report, mention }: ComparedDirective, role: string): CrossPlace => ({
  role,
  report,
  quote: mention.quote,
  block: mention.block,
  start: mention.start,
  end: mention.end,
});

/** One paper under two dates, or signed by two of the central bodies, in two reports. */
export const directiveIdentity: CrossRule<ComparedDirective> = {
  kind: 'directive-identity',
  severity: 'warning',
  prefix: 'directive:',
  *check(members) {
    const dates = ranked(members, ({ mention }) => mention.date);
    const [usual, ...others] = dates;
    if (usual) for (const other of others) yield* between(usual, other, twoDates);
    const issuers = ranked(members, ({ mention }) => centralBody(mention.issuer));
    const [known, ...rivals] = issuers;
    if (known) for (const rival of rivals) yield* between(known, rival, twoIssuers);
  },
};

/** «Thông báo kết luận số 160-KL/TW» and «Thông báo số 160-TB/TW»: one number of one body under two sets of letters. */
export const directiveLetters: CrossRule<ComparedDirective> = {
  kind: 'directive-identity',
  severity: 'info',
  prefix: 'ordinal:',
  *check(members) {
    const [usual, ...others] = ranked(members, ({ identity }) => identity.split('|')[3] ?? null);
    if (usual === undefined) return;
    for (const other of others) yield* between(usual, other, (a, b) => (areOnePaper(a, b) ? twoCodes(a, b) : null));
  },
};

/** All that these rules look at: mentions of one key with one value do not contradict each other. */
export function valueOfDirective({ identity, mention }: ComparedDirective): string {
  const { number, type, issuer, date, quote } = mention;
  const double = /thong bao ket luan/.test(fold(`${type ?? ''} · ${quote}`));
  return JSON.stringify([identity, date, centralBody(issuer), letters(number), double]);
}

/** Mentions by what they say, the value that most reports tell first. */
function ranked(
  members: readonly ComparedDirective[],
  value: (one: ComparedDirective) => string | null,
): ComparedDirective[][] {
  const groups = Map.groupBy(members, value);
  groups.delete(null);
  const reports = (group: readonly ComparedDirective[]): number =>
    new Set(group.map(({ report }) => report.source)).size;
  return [...groups.entries()]
    .sort(([a, one], [b, two]) => reports(two) - reports(one) || (String(a) < String(b) ? -1 : 1))
    .map(([, group]) => group);
}

/** So many reports are told one by one that what they say is not what the others say. */
const MOST = 20;

/** Each report on the other side against one on the usual side; inside one report it is the business of its own checks. */
function* between(
  usual: readonly ComparedDirective[],
  other: readonly ComparedDirective[],
  judge: (usual: ComparedDirective, other: ComparedDirective) => CrossFinding | null,
): Iterable<CrossFinding> {
  const deviating = [...new Map(other.map((one) => [one.report.source, one])).values()].slice(0, MOST);
  for (const one of deviating) {
    const against = usual.find(({ report }) => report.source !== one.report.source);
    const finding = against ? judge(against, one) : null;
    if (finding) yield finding;
  }
}

function twoDates(usual: ComparedDirective, other: ComparedDirective): CrossFinding {
  const [a, b] = [showDay(usual.mention.date), showDay(other.mention.date)];
  const name = nameOfCitation(other.mention);
  return {
    // Whose committee a local number is of was worked out from the words around it; the centre has one of each.
    certain: /^[^|]*\|(?:central|vn|)\|/.test(other.identity) && !/^\d{4}-01-01$/.test(String(other.mention.date)),
    stated: b,
    expected: a,
    message: {
      vi: `${name} được ghi ngày ${b} (${nameOfReport(other.report)}), nhưng ${nameOfReport(usual.report)} ghi ngày ${a}.`,
      en: `${name} is dated ${b} (${nameOfReport(other.report)}), but ${a} in ${nameOfReport(usual.report)}.`,
    },
    evidence: [placeOf(other, 'stated'), placeOf(usual, 'elsewhere')],
  };
}

function twoIssuers(usual: ComparedDirective, other: ComparedDirective): CrossFinding {
  const name = nameOfCitation(other.mention);
  return {
    certain: false,
    severity: 'info',
    stated: other.mention.issuer,
    expected: usual.mention.issuer,
    message: {
      vi: `${name} được ghi là của ${other.mention.issuer} (${nameOfReport(other.report)}), nhưng ${nameOfReport(usual.report)} ghi là của ${usual.mention.issuer}.`,
      en: `${name} is said to be of ${other.mention.issuer} (${nameOfReport(other.report)}), but of ${usual.mention.issuer} in ${nameOfReport(usual.report)}.`,
    },
    evidence: [placeOf(other, 'issuer'), placeOf(usual, 'elsewhere')],
  };
}

function twoCodes(usual: ComparedDirective, other: ComparedDirective): CrossFinding {
  return {
    certain: false,
    stated: other.mention.number,
    expected: usual.mention.number,
    message: {
      vi: `Có lẽ là một văn bản với hai ký hiệu: ${other.mention.number} (${nameOfReport(other.report)}) và ${usual.mention.number} (${nameOfReport(usual.report)}).`,
      en: `Probably one paper under two codes: ${other.mention.number} (${nameOfReport(other.report)}) and ${usual.mention.number} (${nameOfReport(usual.report)}).`,
    },
    evidence: [placeOf(other, 'stated'), placeOf(usual, 'elsewhere')],
  };
}

/** All three stand behind «/TW»; under one number only one of them signed. */
function centralBody(issuer: string | null): string | null {
  const found = /bo chinh tri|ban bi thu|ban chap hanh trung uong/.exec(fold(issuer ?? ''));
  return found?.[0] ?? null;
}

/** The same day, or a type written with both words («Thông báo Kết luận»), and no day that speaks against it. */
function areOnePaper({ mention: a }: ComparedDirective, { mention: b }: ComparedDirective): boolean {
  if (a.date !== null && b.date !== null && a.date !== b.date) return false;
  const types = [fold(a.type ?? ''), fold(b.type ?? '')];
  const quotes = [fold(a.quote), fold(b.quote)];
  const double = /thong bao ket luan/;
  return (
    (double.test(types[0]!) || double.test(types[1]!) || double.test(quotes[0]!) || double.test(quotes[1]!)) &&
    /^(?:TB|KL)$/.test(letters(a.number)) &&
    /^(?:TB|KL)$/.test(letters(b.number))
  );
}

const letters = (number: string | null): string => /^\d+[-/](?:\d{4}\/)?([\p{L}]+)/u.exec(number ?? '')?.[1] ?? '';
