import type { Citation } from '../../schemas/citation.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import type { Seed, Seeder } from './seed.ts';

const numbered =
  /số (\d{1,5})(?:-|\/(?:(?:19|20)\d\d\/)?)(\p{Lu}[\p{L}]{0,4})(?:\/|-)(\p{Lu}[\p{Lu}Đ\d]{0,8}),? ngày (\d{1,2})\/(\d{1,2})\/(\d{4})/gu;

interface Written {
  block: string;
  /** Place of the year. */
  start: number;
  end: number;
  number: string;
  year: number;
  date: string;
}

function writtenIn(report: Extraction): Written[] {
  return report.blocks.flatMap((block) =>
    [...block.text.matchAll(numbered)].map((match) => {
      const end = match.index + match[0].length;
      return {
        block: block.id,
        start: end - 4,
        end,
        number: `${match[1]}-${match[2]}/${match[3]}`,
        year: Number(match[6]),
        date: `${match[6]}-${match[5]!.padStart(2, '0')}-${match[4]!.padStart(2, '0')}`,
      };
    }),
  );
}

/** A directive cited with a day later than the report. */
export const dateSeeds: Seeder = (report) => {
  const { date } = report.report;
  if (date === null) return [];
  return writtenIn(report)
    .filter((one) => one.date <= date)
    .map(
      (one): Seed => ({
        kind: 'date-order',
        slip: 'another year',
        edits: [{ block: one.block, start: one.start, end: one.end, text: String(Number(date.slice(0, 4)) + 1) }],
        blocks: [one.block],
        note: `${one.number} of ${one.date}, year made ${Number(date.slice(0, 4)) + 1}`,
      }),
    );
};

/** A directive that is cited twice with its date: one of the dates changed by a digit of the day. */
export const identitySeeds: Seeder = (report) => {
  const groups = Map.groupBy(writtenIn(report), (one) => `${one.number} ${one.date}`);
  return [...groups.values()].flatMap((told): Seed[] => {
    const [one] = told;
    if (one === undefined || told.length < 2) return [];
    // The year before: inside the same term in most cases, and always of the same paper.
    const day = report.blocks.find((block) => block.id === one.block)!.text.slice(0, one.start);
    const at = /(\d{1,2})\/\d{1,2}\/$/.exec(day)!;
    const value = Number(at[1]);
    return [
      {
        kind: 'directive-identity',
        slip: 'another day',
        edits: [
          {
            block: one.block,
            start: at.index,
            end: at.index + at[1]!.length,
            text: String(value > 20 ? value - 10 : value + 7).padStart(at[1]!.length, '0'),
          },
        ],
        blocks: told.map((each) => each.block),
        note: `${one.number} of ${one.date}: another day in ${one.block}`,
      },
    ];
  });
};

/** «…/TW … của Ban Bí thư» turned into /TU, and «…/TU … của Thành ủy» into /TW. */
export const suffixSeeds: Seeder = (report) =>
  report.citations.flatMap((citation): Seed[] => {
    const { text } = report.blocks.find((block) => block.id === citation.block)!;
    const code = /\/(TW|TU)(?!\p{L})/u.exec(text.slice(citation.start, citation.end));
    const issuer = issuerBehind(text, citation);
    if (code === null || issuer === null || (code[1] === 'TW') !== /trung ương|bộ chính trị|ban bí thư/iu.test(issuer))
      return [];
    const start = citation.start + code.index + 1;
    const other = code[1] === 'TW' ? 'TU' : 'TW';
    return [
      {
        kind: 'issuer-code',
        slip: 'TW for TU',
        edits: [{ block: citation.block, start, end: start + 2, text: other }],
        blocks: [citation.block],
        note: `${citation.number} → /${other}, of ${issuer}`,
      },
    ];
  });

/** The body that «của …» names within the same clause, right behind number and date. */
function issuerBehind(text: string, { start, end }: Citation): string | null {
  const behind = text.slice(start, end + 90);
  return (
    /\/(?:TW|TU)(?:,? ngày [\d/]{6,10})?(?:,)? của ((?:Bộ Chính trị|Ban Bí thư|Ban Chấp hành Trung ương|(?:Ban Thường vụ |Ban Chấp hành |Thường trực )?(?:Thành ủy|Tỉnh ủy)))/u.exec(
      behind,
    )?.[1] ?? null
  );
}
