import type { Block } from '../../schemas/document.ts';
import { lower } from '../text/fold.ts';
import { clauseAround } from './clause.ts';
import { isScanned } from './prose.ts';
import { type RankChange, rankChanges } from './rank-changes.ts';
import { type CheckInput, type Claim, consistent, flagged, type Rule } from './rule.ts';
import { slip } from './wording.ts';

/** «thứ 2/63», «vị trí 2/63», «xếp hạng 15/63 tỉnh, thành phố». */
const ranked = /(?:thứ|vị trí|hạng|vị thứ|xếp) (\d{1,3})\/(\d{1,3})(?![\d/])((?: [\p{L},]+){0,4})/gu;
/** Provinces of the country: 63 until 30/6/2025, 34 from 01/7/2025. */
const provinces = { before: 63, since: 34, changed: '2025-07-01' };

const nearby = 4;

/** A rank beyond the number of those ranked, or a number of provinces that there were not. */
export const rank: Rule = {
  kind: 'rank',
  severity: 'warning',
  *check(input) {
    for (const block of input.context.blocks) {
      const text = lower(block.text);
      if (/\d (?:bậc|hạng|vị trí|thứ hạng)/u.test(text))
        for (const change of rankChanges(text)) yield judgeChange(input, block, change);
      if (!text.includes('/')) continue;
      for (const match of text.matchAll(ranked)) {
        const place = Number(match[1]);
        const of = Number(match[2]);
        const start = match.index + match[0].indexOf(match[1]!);
        const end = start + match[1]!.length + 1 + match[2]!.length;
        const raw = block.text.slice(start, end);
        const known = /tỉnh/.test(match[3]!) ? countAt(input.context.report.date) : null;
        const beyond = place > of || place === 0;
        // In the months around the change a report may tell of either; «9/14 tỉnh miền núi» ranks those of a region.
        const unknown =
          known !== null &&
          of !== provinces.before &&
          of !== provinces.since &&
          (Math.abs(of - known) <= nearby || slip(of, known)?.en === 'two digits swapped');
        if (!beyond && !unknown) {
          yield consistent;
          continue;
        }
        const clause = clauseAround(block.text, match.index, match.index + match[0].length, { before: 80, after: 20 });
        yield flagged({
          certain: beyond && !isScanned(input, block.id),
          stated: raw,
          expected: beyond ? `≤ ${of}` : `${place}/${known}`,
          message: beyond
            ? {
                vi: `Thứ hạng ${raw} lớn hơn số đơn vị được xếp hạng.`,
                en: `The rank ${raw} is beyond the number of those ranked.`,
              }
            : {
                vi: `Thứ hạng ${raw} tỉnh, thành phố, nhưng cả nước có ${known} tỉnh, thành phố.`,
                en: `The rank is given as ${raw}, but there were ${known} provinces.`,
              },
          suggestion: beyond ? `Có thể viết ngược: ${of}/${place}` : `Sửa «${raw}» thành «${place}/${known}»`,
          evidence: [{ role: 'rank', block: block.id, ...clause }],
        });
      }
    }
  },
};

function judgeChange(input: CheckInput, block: Block, { now, before, change }: RankChange): Claim {
  const gained = before.place - now.place;
  if (gained === (change.better ? change.places : -change.places)) return consistent;
  const way = gained > 0 ? { vi: 'tăng', en: 'up' } : { vi: 'giảm', en: 'down' };
  const moved = Math.abs(gained);
  return flagged({
    // «giảm 7 bậc» may be said of the number, which fell.
    certain: moved !== change.places && now.of !== null && now.of === before.of && !isScanned(input, block.id),
    stated: block.text.slice(change.start, change.end),
    expected: moved === 0 ? 'giữ nguyên' : `${way.vi} ${moved} bậc`,
    message: {
      vi: `Từ thứ ${before.place} đến thứ ${now.place} là ${moved === 0 ? 'giữ nguyên thứ hạng' : `${way.vi} ${moved} bậc`}, nhưng ghi ${change.raw}.`,
      en: `From rank ${before.place} to ${now.place} is ${moved === 0 ? 'no change' : `${way.en} ${moved}`}, but it says ${change.raw}.`,
    },
    formula: `${before.place} − ${now.place} = ${gained}`,
    evidence: [
      { role: 'change', block: block.id, start: change.start, end: change.end },
      ...[now, before].map((one, index) => ({
        role: index === 0 ? 'rank' : 'earlier',
        block: block.id,
        ...clauseAround(block.text, one.start, one.end, { before: 30, after: 0 }),
      })),
    ],
  });
}

function countAt(date: string | null): number {
  return date !== null && date >= provinces.changed ? provinces.since : provinces.before;
}
