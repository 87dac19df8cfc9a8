import type { Block } from '../../schemas/document.ts';
import { figuresIn } from './figures.ts';
import { slipOf } from './operators.ts';
import { proseOf } from './prose-seeds.ts';
import type { Seed, Seeder } from './seed.ts';

/** Words that say what a figure counts: three before it and three behind it. */
function frameOf(text: string, start: number, end: number): string | null {
  const after = /^ (\p{L}+ \p{L}+ \p{L}+)/u.exec(text.slice(end))?.[1];
  const before = /(\p{L}+ \p{L}+)[ :]{1,2}$/u.exec(text.slice(0, start))?.[1];
  return after === undefined || before === undefined ? null : `${before} # ${after}`.toLowerCase();
}

/** The same figure in the same words in two paragraphs: one of them changed. */
export const repeatedSeeds: Seeder = (report, random) => {
  const places = new Map<string, { block: Block; start: number; end: number; raw: string }[]>();
  for (const block of proseOf(report)) {
    for (const figure of figuresIn(block.text)) {
      const frame = frameOf(block.text, figure.start, figure.end);
      const named = /(?:số|đài|hộp thư|tổng đài) $/iu.test(
        block.text.slice(Math.max(0, figure.start - 10), figure.start),
      );
      if (frame === null || named || figure.value < 10 || (figure.value > 1900 && figure.value < 2100)) continue;
      const key = `${frame} ${figure.value}`;
      places.set(key, [...(places.get(key) ?? []), { block, ...figure }]);
    }
  }
  return [...places.values()].flatMap((told): Seed[] => {
    const blocks = new Set(told.map((one) => one.block.id));
    if (told.length !== 2 || blocks.size !== 2) return [];
    const { block, ...figure } = random.pick(told);
    const [plain] = figuresIn(block.text.slice(figure.start, figure.end), figure.start);
    const slip = slipOf(plain!, random, (value) => value > 0);
    if (slip === null) return [];
    return [
      {
        kind: 'repeated-figure',
        slip: slip.name,
        edits: [{ block: block.id, start: figure.start, end: figure.end, text: slip.text }],
        blocks: [...blocks],
        note: `«${figure.raw}» → «${slip.text}» in «${block.text.slice(Math.max(0, figure.start - 60), figure.end + 60)}»`,
      },
    ];
  });
};

/** «900 triệu đồng» of a list that adds up turned into billions; likewise the same sum told twice. */
export const unitSeeds: Seeder = (report, random) =>
  proseOf(report).flatMap((block) =>
    [
      ...block.text.matchAll(
        /(\d[\d.,]*) (tỷ|triệu)(?: đồng)?[^.\n]{0,60}?(?:\(|gồm|trong đó)[^.()\n]{0,200}?(\d[\d.,]*) (tỷ|triệu) đồng[^.()\n]{1,120}?(\d[\d.,]*) (tỷ|triệu) đồng/gu,
      ),
    ].flatMap((match): Seed[] => {
      const worth = (raw: string, unit: string) =>
        Number(raw.replace(/[.,]$/, '').replace(/\./g, '').replace(',', '.')) * (unit === 'tỷ' ? 1000 : 1);
      const [whole, first, second] = [
        worth(match[1]!, match[2]!),
        worth(match[3]!, match[4]!),
        worth(match[5]!, match[6]!),
      ];
      if (Math.abs(whole - first - second) > 1e-6) return [];
      const places = [...match[0].matchAll(/(?<=\d )(?:tỷ|triệu)/gu)];
      const word = random.pick(places);
      const start = match.index + word.index;
      return [
        {
          kind: 'unit-magnitude',
          slip: 'another unit',
          edits: [{ block: block.id, start, end: start + word[0].length, text: word[0] === 'tỷ' ? 'triệu' : 'tỷ' }],
          blocks: [block.id],
          note: `«${word[0]}» in «${match[0]}»`,
        },
      ];
    }),
  );

/** Percentages of a stated number of people that no whole number makes. */
export const granularitySeeds: Seeder = (report) =>
  proseOf(report).flatMap((block) =>
    [
      ...block.text.matchAll(
        /(\d{1,2},\d) ?% [^.;\d\n]{0,30}(?:trong|trên) (?:tổng số|số) (\d{1,3}) (?!tỷ|triệu|ha|m)/gu,
      ),
    ].flatMap((match): Seed[] => {
      const base = Number(match[2]);
      const value = Number(match[1]!.replace(',', '.'));
      const wrong = [value + 0.3, value - 0.4, value + 0.9].find((one) =>
        [Math.floor((one * base) / 100), Math.ceil((one * base) / 100)].every(
          (count) => Math.abs((count / base) * 100 - one) > 0.11,
        ),
      );
      if (wrong === undefined) return [];
      const text = wrong.toFixed(1).replace('.', ',');
      return [
        {
          kind: 'granularity',
          slip: 'another share',
          edits: [{ block: block.id, start: match.index, end: match.index + match[1]!.length, text }],
          blocks: [block.id],
          note: `«${match[1]}%» → «${text}%» in «${match[0]}»`,
        },
      ];
    }),
  );
