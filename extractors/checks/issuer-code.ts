import type { Citation } from '../../schemas/citation.ts';
import type { Block } from '../../schemas/document.ts';
import { fold } from '../text/fold.ts';
import { type CheckInput, type Claim, consistent, flagged, type Rule } from './rule.ts';

type Issuing = 'TW' | 'province' | 'district' | 'commune' | 'state' | 'ministry';

/** Who issues under a code; codes that many kinds of bodies share are not in the list. */
const CODES: readonly [RegExp, Issuing][] = [
  [/\/TW$/, 'TW'],
  [/\/TU$/, 'province'],
  [/\/(?:HU|QU)$/, 'district'],
  [/\/ĐU$/, 'commune'],
  [/[/-](?:UBND|HĐND)$/, 'state'],
  [/[/-]B(?:CA|CT|GDĐT|GTVT|KHCN|KHĐT|LĐTBXH|NG|NNPTNT|NV|QP|TC|TNMT|TP|TTTT|VHTTDL|XD|YT)$/, 'ministry'],
];

/** What the words after «của» name; matched on folded text, the first that fits. */
const WORDS: readonly [RegExp, Issuing][] = [
  [/^(?:ban chap hanh |ban bi thu )?trung uong|^bo chinh tri|^ban bi thu|^ban chap hanh trung uong/, 'TW'],
  [/^(?:ban thuong vu |thuong truc |ban chap hanh )?(?:thanh uy|tinh uy|dang bo (?:tinh|thanh pho))/, 'province'],
  [/^(?:ban thuong vu |thuong truc |ban chap hanh )?(?:huyen uy|quan uy|dang bo (?:huyen|quan))/, 'district'],
  [/^(?:ban thuong vu |thuong truc )?dang uy (?:phuong|xa|thi tran)/, 'commune'],
  [/^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)/, 'state'],
  [/^bo (?!chinh tri)/, 'ministry'],
];

/**
 * The body named behind a number cannot issue under its code: «1737-QĐ/TW của Ban Thường vụ Thành ủy». /TW has three
 * issuers, and each of them is right; a standing committee signs under its committee's code.
 */
export const issuerCode: Rule = {
  kind: 'issuer-code',
  severity: 'warning',
  *check(input) {
    for (const { citations, issuerAt, block } of input.shared(issuedBy)) yield* judge(citations, issuerAt, block);
  },
};

interface Issued {
  citations: Citation[];
  issuerAt: number;
  block: Block;
}

/** Citations together with the place of the issuer they share. */
function issuedBy({ records, block }: CheckInput): Issued[] {
  const seen = new Map<string, Issued>();
  for (const citation of records.citations) {
    const issuerAt =
      citation.number && !citation.shorthand && citation.issuer ? issuerPlace(citation, block(citation.block)) : null;
    if (issuerAt === null) {
      const subject = subjectBefore(citation, block(citation.block));
      if (subject !== null) seen.set(`${citation.block} ${citation.start}`, subject);
      continue;
    }
    const key = `${citation.block} ${issuerAt}`;
    const known = seen.get(key);
    if (known !== undefined) known.citations.push(citation);
    else seen.set(key, { citations: [citation], issuerAt, block: block(citation.block) });
  }
  return [...seen.values()];
}

/** Citations under a code that the body named with them cannot issue under. */
export function misissued(input: CheckInput): Citation[] {
  return input.shared(issuedBy).flatMap(({ citations }) => wrongCodes(citations).map(({ citation }) => citation));
}

/** Between a number and «của»: nothing, its term, or further numbers of the same list («…, Chỉ thị số 11-CT/TU»). */
const SAME_LIST =
  /^(?:\s?[,;]?\s?(?:và\s)?(?:(?:Quyết|Quy) định|Chỉ thị|Nghị quyết|Kết luận|Thông báo|Kế hoạch|Hướng dẫn|Công văn)?\s?(?:số\s)?\d{1,5}(?:\s?[-/]\s?\p{Lu}[\p{L}]*){1,3}){0,4}\s?,?\s?(?:\(?\s?khóa\s[IVX]+\s?\)?)?\s?$/iu;

/** Where «của …» with the issuer stands right behind the number; a name before the verb may be another's. */
function issuerPlace({ issuer, end }: Citation, { text }: Block): number | null {
  const at = text.indexOf(`của ${issuer}`, end);
  return at >= 0 && at - end <= 120 && SAME_LIST.test(text.slice(end, at)) ? at + 'của '.length : null;
}

/** «Ban Thường vụ Tỉnh ủy ban hành Chỉ thị số …»: the issuer stands right before, with nothing between. */
const ISSUES =
  /(?:^|[\s(])((?:ban thường vụ |thường trực |ban chấp hành )?(?:tỉnh ủy|thành ủy|huyện ủy|quận ủy)|bộ chính trị|ban bí thư)(?: khóa [ivx]+)? (?:đã )?ban hành (?:kịp thời |ngay )?$/iu;

function subjectBefore(citation: Citation, block: Block): Issued | null {
  if (!citation.number || citation.shorthand) return null;
  const from = Math.max(0, citation.start - 80);
  const match = ISSUES.exec(block.text.slice(from, citation.start));
  if (match === null) return null;
  const issuerAt = from + match.index + match[0].indexOf(match[1]!);
  return { citations: [{ ...citation, issuer: match[1]! }], issuerAt, block };
}

function* judge(citations: readonly Citation[], issuerAt: number, block: Block): Generator<Claim> {
  const issuer = citations[0]?.issuer ?? '';
  const named = levelNamed(issuer);
  const wrong = wrongCodes(citations);
  if (named !== undefined)
    for (const citation of citations)
      if (codeOf(citation) !== undefined && !wrong.some((one) => one.citation === citation)) yield consistent;
  const [first] = wrong;
  if (!first) return;
  const numbers = [...new Set(wrong.map(({ citation }) => citation.number))].join(', ');
  yield flagged({
    // Between two levels of committees a code may be an old habit; the centre and the State never share one with them.
    certain: wrong.every(({ code }) => !isCommittee(code) || !named || !isCommittee(named)),
    stated: numbers,
    expected: null,
    message: {
      vi: `${issuer} không ban hành văn bản mang ký hiệu của ${numbers}.`,
      en: `${issuer} cannot issue under the code of ${numbers}.`,
    },
    evidence: [
      ...distinctPlaces(wrong.map(({ citation }) => citation)),
      { role: 'issuer', block: block.id, start: issuerAt, end: issuerAt + issuer.length },
    ],
  });
}

/** Of a province, a district or a commune. */
const isCommittee = (body: Issuing): boolean => body !== 'TW' && body !== 'state' && body !== 'ministry';

const levelNamed = (issuer: string): Issuing | undefined => WORDS.find(([pattern]) => pattern.test(fold(issuer)))?.[1];
const codeOf = ({ number }: Citation): Issuing | undefined =>
  CODES.find(([pattern]) => pattern.test(number ?? ''))?.[1];

function wrongCodes(citations: readonly Citation[]): { citation: Citation; code: Issuing }[] {
  const named = levelNamed(citations[0]?.issuer ?? '');
  if (named === undefined) return [];
  return citations.flatMap((citation) => {
    const code = codeOf(citation);
    const fits = code === undefined || code === named;
    return fits ? [] : [{ citation, code }];
  });
}

function distinctPlaces(citations: readonly Citation[]): { role: string; block: string; start: number; end: number }[] {
  const places = citations.map(({ block, start, end }) => ({ role: 'number', block, start, end }));
  return places.filter((place, i) => places.findIndex((other) => other.start === place.start) === i);
}
