import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { figuresIn, type PlainFigure, readFigure } from './figures.ts';
import { slipOf } from './operators.ts';
import type { Seed, Seeder } from './seed.ts';

export const proseOf = (report: Extraction): Block[] =>
  report.blocks.filter((block) => ['paragraph', 'list-item', 'footnote'].includes(block.kind));

function seed(kind: Seed['kind'], block: Block, figure: PlainFigure, slip: { name: string; text: string }): Seed {
  const around = block.text.slice(Math.max(0, figure.start - 60), figure.end + 60);
  return {
    kind,
    slip: slip.name,
    edits: [{ block: block.id, start: figure.start, end: figure.end, text: slip.text }],
    blocks: [block.id],
    note: `«${figure.raw}» → «${slip.text}» in «${around}»`,
  };
}

/** «217 đơn vị (141 xã; 66 phường; 10 thị trấn)»: all figures of the list add up to the one before it. */
export const partsSeeds: Seeder = (report, random) =>
  proseOf(report).flatMap((block) => {
    const lists = block.text.matchAll(
      /(\d[\d.]*)(?: [^\d().;]{2,60}?)(?:\(|(?:,? ?(?:trong đó|bao gồm|gồm):? ))((?:[^()\n]){8,320}?)(?:\)|;|\.(?: |$)|$)/gu,
    );
    return [...lists].flatMap((match): Seed[] => {
      const from = match.index + match[0].indexOf(match[2]!, match[1]!.length);
      const parts = figuresIn(match[2]!, from).filter((one) => !/^ ?%/.test(block.text.slice(one.end, one.end + 2)));
      const total = figuresIn(match[1]!, match.index)[0];
      if (total === undefined || parts.length < 2 || total.value < 3) return [];
      const sum = (of: readonly PlainFigure[]) => of.reduce((all, one) => all + one.value, 0);
      if (Math.abs(sum(parts) - total.value) > 1e-9) return [];
      const figure = random.pick([total, ...parts]);
      const slip = slipOf(figure, random, (value) => value !== figure.value && value > 0);
      return slip === null ? [] : [seed('parts-total', block, figure, slip)];
    });
  });

/** Does a printed percentage stand for a/b, rounded or cut off? */
function isShare(percent: PlainFigure, part: number, whole: number): boolean {
  const right = (part / whole) * 100;
  const unit = 10 ** -percent.places;
  return right >= percent.value - unit / 2 - 1e-9 && right < percent.value + unit;
}

/** «3.585/5.242 vụ, đạt tỷ lệ 68,4%» and «tiếp nhận 120 đơn …, giải quyết 108 đơn, đạt 90%». */
export const percentSeeds: Seeder = (report, random) =>
  proseOf(report).flatMap((block) => {
    const fractions = block.text.matchAll(
      /(?<![\p{L}\d.,/-])(\d[\d.]*)(?: [\p{L}]+){0,2}\/(\d[\d.]*)(?!\/)[^%.;\n]{0,60}?(?:đạt|tỷ lệ|chiếm|bằng|\()[^%.;\n\d]{0,20}(\d+(?:,\d+)?) ?%/gu,
    );
    const named = block.text.matchAll(
      /(\d[\d.]*) [^%.\n\d]{2,120}?(\d[\d.]*) [^%.;\n\d]{2,50}?,? ?(?:đạt|đạt tỷ lệ|chiếm|chiếm tỷ lệ) (\d+(?:,\d+)?) ?%/gu,
    );
    return [
      ...[...fractions].map((match) => ({ match, first: 'part' })),
      ...[...named].map((match) => ({ match, first: 'whole' })),
    ].flatMap(({ match, first }): Seed[] => {
      const [a, b, percent] = figuresOf(match, match.index);
      if (a === undefined || b === undefined || percent === undefined) return [];
      const [part, whole] = first === 'part' ? [a, b] : [b, a];
      if (part.value > whole.value || percent.value === 100 || !isShare(percent, part.value, whole.value)) return [];
      const figure = random.pick([part, whole, percent, percent]);
      const wrong = (value: number) => {
        if (figure === percent) return !isShare({ ...percent, value }, part.value, whole.value) && value < 100;
        const [x, y] = figure === part ? [value, whole.value] : [part.value, value];
        return y > 0 && x <= y && !isShare(percent, x, y);
      };
      const slip = slipOf(figure, random, wrong);
      return slip === null ? [] : [seed('percentage', block, figure, slip)];
    });
  });

/** The groups of a match as figures, in order. */
function figuresOf(match: RegExpMatchArray, offset: number): PlainFigure[] {
  let at = 0;
  return match.slice(1).flatMap((raw) => {
    if (raw === undefined) return [];
    const plain = raw.replace(/\.$/, '');
    at = match[0].indexOf(raw, at);
    const start = offset + at;
    at += raw.length;
    return [
      {
        start,
        end: start + plain.length,
        raw: plain,
        value: readFigure(plain),
        places: (plain.split(',')[1] ?? '').length,
      },
    ];
  });
}

/** «từ 40 … lên 45 …, tăng 12,5%» and «120 đơn, tăng 20% so với cùng kỳ (100 đơn)». */
export const growthSeeds: Seeder = (report, random) =>
  proseOf(report).flatMap((block) => {
    const fromTo = block.text.matchAll(
      /từ (\d[\d.]*(?:,\d+)?)[^.;\n\d]{0,30}(?:năm \d{4})?[^.;\n\d]{0,10}(?:lên|xuống|còn) (\d[\d.]*(?:,\d+)?)[^.;\n\d]{0,30}(?:năm \d{4})?[^.;\n\d]{0,10}(?:tăng|giảm) (\d+(?:,\d+)?)/gu,
    );
    const against = block.text.matchAll(
      /(\d[\d.]*) [^.;\n\d()]{2,40}(?:tăng|giảm) (\d+(?:,\d+)?) ?%? [^.;\n\d()]{0,30}so với cùng kỳ[^.;\n()]{0,30}\((\d[\d.]*)/gu,
    );
    return [
      ...[...fromTo].map((match) => ({ match, order: [0, 1, 2] })),
      ...[...against].map((match) => ({ match, order: [2, 0, 1] })),
    ].flatMap(({ match, order }): Seed[] => {
      const figures = figuresOf(match, match.index);
      const [from, to, by] = order.map((at) => figures[at]);
      if (from === undefined || to === undefined || by === undefined || from.value === 0) return [];
      const percent = /^ ?%/.test(block.text.slice(by.end, by.end + 2));
      const holds = (a: number, b: number, c: PlainFigure) =>
        percent
          ? isShare(c, Math.abs(b - a), a) || isShare({ ...c, value: c.value + 100 }, b, a)
          : Math.abs(Math.abs(b - a) - c.value) < 1e-9;
      if (!holds(from.value, to.value, by)) return [];
      const slip = slipOf(by, random, (value) => !holds(from.value, to.value, { ...by, value }));
      return slip === null ? [] : [seed('growth', block, by, slip)];
    });
  });

/** «14/15 quận, huyện» turned into more than there are. */
export const subsetSeeds: Seeder = (report) =>
  proseOf(report).flatMap((block) =>
    [...block.text.matchAll(/(?<![\p{L}\d.,/-])(\d{1,4})\/(\d{1,4}) (?=\p{Ll}{2})/gu)].flatMap((match): Seed[] => {
      const [part, whole] = [Number(match[1]), Number(match[2])];
      const before = block.text.slice(Math.max(0, match.index - 14), match.index);
      if (
        part > whole ||
        whole < 5 ||
        part < whole * 0.4 ||
        /(?:ngày|thứ|vị trí|hạng|chi tiết|lệ|ý kiến) $/u.test(before)
      )
        return [];
      // «18/12 chi hội» would be a day.
      if (whole <= 12) return [];
      if (/^(?:kế hoạch|chỉ tiêu)/u.test(block.text.slice(match.index + match[0].length))) return [];
      const figure = {
        start: match.index,
        end: match.index + match[1]!.length,
        raw: match[1]!,
        value: part,
        places: 0,
      };
      return [seed('subset-bound', block, figure, { name: 'more than all', text: String(whole + 1 + (part % 7)) })];
    }),
  );

/** «04 tổ dân phố (Hiển Văn, Nho Lâm, Hòa Thạnh, An Thường)»: one more or one less than are named. */
export const listSeeds: Seeder = (report, random) =>
  proseOf(report).flatMap((block) =>
    [
      ...block.text.matchAll(/(?<![\p{L}\d.,/-])(\d{1,2}) (\p{Ll}[^\d().;:\n]{2,40}?) ?\(([^()\d\n]{6,260})\)/gu),
    ].flatMap((match): Seed[] => {
      const items = match[3]!.split(/[,;]| và /).map((item) => item.trim());
      const count = Number(match[1]);
      if (items.length !== count || count < 2 || items.some((item) => item.length < 2)) return [];
      const figure = {
        start: match.index,
        end: match.index + match[1]!.length,
        raw: match[1]!,
        value: count,
        places: 0,
      };
      const value = count + random.pick([1, -1]);
      return [
        seed('list-count', block, figure, {
          name: value > count ? 'one more' : 'one less',
          text: `${match[1]!.startsWith('0') && value < 10 ? '0' : ''}${value}`,
        }),
      ];
    }),
  );

/** «xếp thứ 5/63 tỉnh, thành phố» turned into a rank beyond all. */
export const rankSeeds: Seeder = (report) =>
  proseOf(report).flatMap((block) =>
    [...block.text.matchAll(/(?:thứ|vị trí|hạng) (\d{1,2})\/(\d{1,3})(?![\d/])/gu)].flatMap((match): Seed[] => {
      const start = match.index + match[0].indexOf(match[1]!);
      const figure = { start, end: start + match[1]!.length, raw: match[1]!, value: Number(match[1]), places: 0 };
      return [seed('rank', block, figure, { name: 'beyond all', text: String(Number(match[2]) + figure.value) })];
    }),
  );

/** «48 năm … (30/4/1975 - 30/4/2023)»: one of the years changed. */
export const anniversarySeeds: Seeder = (report, random) =>
  proseOf(report).flatMap((block) =>
    [
      ...block.text.matchAll(
        /(?<!\d)(\d{2,3}) năm [^.;\n]{3,140}?\(([^()\d]{0,4}\d{1,2}\/\d{1,2}\/)(\d{4}) ?[-–] ?\d{1,2}\/\d{1,2}\/(\d{4})\)/gu,
      ),
    ].flatMap((match): Seed[] => {
      if (Number(match[4]) - Number(match[3]) !== Number(match[1])) return [];
      const start = match.index + match[0].indexOf(match[3]!);
      const figure = { start, end: start + 4, raw: match[3]!, value: Number(match[3]), places: 0 };
      const text = String(figure.value + random.pick([-10, -3, 2, 10]));
      return [seed('anniversary', block, figure, { name: 'another year', text })];
    }),
  );

/** A separator misplaced: «14.273» → «1.4273», «68,4%» → «68,.4%», «12%» → «12.%». */
export const malformedSeeds: Seeder = (report, random) =>
  proseOf(report).flatMap((block) =>
    figuresIn(block.text).flatMap((figure): Seed[] => {
      const percent = /^ ?%/.test(block.text.slice(figure.end, figure.end + 2));
      if (!/^\d{1,3}\.\d{3}$/.test(figure.raw) && !(percent && figure.places > 0)) return [];
      const text = percent
        ? random.pick([figure.raw.replace(',', ',.'), `${figure.raw}.`])
        : random.pick([
            figure.raw.replace(/^(\d+)\.(\d)/, '$1$2.'),
            `${figure.raw.slice(0, -1)}${figure.raw.at(-1)}${figure.raw.at(-1)}`,
            figure.raw.slice(0, -1),
          ]);
      // «12.27» may be a decimal of another habit.
      if (/^\d+\.\d{1,2}$/.test(text) || /^\d{2}\.\d{2}$/.test(text)) return [];
      return [seed('malformed-number', block, figure, { name: 'separators', text })];
    }),
  );
