import type { Block } from '../../schemas/document.ts';
import type { Extraction } from '../../schemas/extraction.ts';
import { applyEdits, type Edit } from './edit.ts';
import { figuresIn, writeLike } from './figures.ts';
import { proseOf } from './prose-seeds.ts';
import type { Random } from './random.ts';
import { cellFigure, rowsOf, sumsIn, type TableSum } from './table-seeds.ts';

/** A change after which the report is as consistent as before. */
export interface Coherent {
  name: string;
  blocks: Block[];
  note: string;
}

export function coherentChanges(report: Extraction, random: Random): Coherent[] {
  return [
    ...respelled(report),
    ...reordered(report, random),
    ...decomposed(report),
    ...bothSides(report, random),
    ...rowsSwapped(report, random),
  ];
}

/** Numbers, dates and units spelled another way, one way at a time. */
function respelled({ blocks }: Extraction): Coherent[] {
  const ways: [string, RegExp, (match: string) => string][] = [
    ['thousands without a dot', /(?<![\p{L}\d.,/-])\d{1,3}\.\d{3}(?![\d.,]*\d|[/-])/gu, (raw) => raw.replace('.', '')],
    [
      'a leading zero more',
      /(?<![\p{L}\d.,/:-])[1-9](?= \p{Ll}{2,} \p{Ll})(?! (?:tháng|năm|tỷ|triệu|nghìn|ngày))/gu,
      (raw) => `0${raw}`,
    ],
    [
      'a leading zero less',
      /(?<![\p{L}\d.,/:-])0[1-9](?= \p{Ll}{2,} \p{Ll})(?! (?:tháng|ngày))/gu,
      (raw) => raw.slice(1),
    ],
    ['dates without zeros', /(?<![\d/])0\d\/\d{1,2}\/(?=\d{4})/gu, (raw) => raw.replace(/^0/, '')],
    ['square metres', /(?<=\d ?)m2(?![\p{L}\d])/gu, () => 'm²'],
    ['a space before %', /(?<=\d)%/gu, () => ' %'],
  ];
  return ways.flatMap(([name, pattern, write]) => {
    const edits = blocks.flatMap((block): Edit[] =>
      ['paragraph', 'list-item', 'footnote'].includes(block.kind)
        ? [...block.text.matchAll(pattern)].map((match) => ({
            block: block.id,
            start: match.index,
            end: match.index + match[0].length,
            text: write(match[0]),
          }))
        : [],
    );
    return edits.length === 0 ? [] : [{ name, blocks: applyEdits(blocks, edits), note: `${edits.length} places` }];
  });
}

/** Neighbouring paragraphs of one section change places. */
function reordered({ blocks }: Extraction, random: Random): Coherent[] {
  const pairs = blocks.flatMap((block, at) => {
    const next = blocks[at + 1];
    const after = blocks[at + 2];
    const plain = (one: Block | undefined) =>
      one?.kind === 'paragraph' && one.text.length > 60 && !/:$/.test(one.text.trim());
    return plain(block) && plain(next) && block.section === next!.section && after?.note === null ? [at] : [];
  });
  return random.sample(pairs, 6).map((at) => {
    const order = [...blocks];
    [order[at], order[at + 1]] = [blocks[at + 1]!, blocks[at]!];
    return {
      name: 'paragraphs in another order',
      blocks: order,
      note: `«${blocks[at]!.text.slice(0, 60)}» after the next`,
    };
  });
}

/** Decomposed letters are composed by every reader before a check sees them. */
function decomposed({ blocks }: Extraction): Coherent[] {
  const again = blocks.map((block) => ({ ...block, text: block.text.normalize('NFD').normalize('NFC') }));
  return [{ name: 'NFD and back', blocks: again, note: '' }];
}

/** A part of a table and all the totals above it grow alike; the figures stand nowhere else. */
function bothSides(report: Extraction, random: Random): Coherent[] {
  // A figure that is contradicted already cannot be changed alike on both sides.
  const disputed = new Set(report.flags.flatMap((flag) => flag.evidence.map((one) => `${one.block} ${one.start}`)));
  const all = report.blocks.flatMap((block) => figuresIn(block.text).map((figure) => figure.raw));
  const uses = new Map<string, number>();
  for (const raw of all) uses.set(raw, (uses.get(raw) ?? 0) + 1);
  const sums = report.blocks.flatMap(sumsIn);
  const changes = random.sample(sums, 12).flatMap(({ parts }): Coherent[] => {
    const part = random.pick(parts);
    const chain = totalsOver(part, sums);
    const cells = [part, ...chain];
    const block = sums.find((one) => one.parts.includes(part))!.block;
    if (hasOtherSums(block, sums) || cells.some((cell) => disputed.has(`${block.id} ${cell.start}`))) return [];
    if (cells.some((cell) => (uses.get(cell.text.trim()) ?? 0) > (cellFigure(cell)!.value < 100 ? 0 : 1))) return [];
    const edits = cells.map((cell): Edit => {
      const figure = cellFigure(cell)!;
      return {
        block: block.id,
        start: figure.start,
        end: figure.end,
        text: writeLike(figure.raw, figure.value + 3 * 10 ** -figure.places),
      };
    });
    return [
      {
        name: 'part and total together',
        blocks: applyEdits(report.blocks, edits),
        note: cells.map((cell) => cell.text).join(', '),
      },
    ];
  });
  return [...changes, ...toldTwice(report, random)];
}

/** Columns that add up in most rows without a word that says so: a change there would have to be carried on. */
function hasOtherSums(block: Block, sums: readonly TableSum[]): boolean {
  const known = new Set(sums.filter((one) => one.block === block && one.axis === 'across').map((one) => one.total.col));
  const rows = rowsOf(block).slice(block.table!.headerRows);
  const width = Math.max(...rows.map((row) => row.length));
  for (let whole = 1; whole < width; whole++) {
    if (known.has(whole)) continue;
    for (let from = 1; from < width; from++) {
      for (let to = from + 1; to < Math.min(width, from + 8); to++) {
        if (whole >= from && whole <= to) continue;
        const held = rows.filter((row) => {
          const parts = row.slice(from, to + 1).map((cell) => cellFigure(cell)?.value ?? 0);
          const sum = parts.reduce((all, one) => all + one, 0);
          return sum > 0 && parts.filter((one) => one > 0).length >= 2 && cellFigure(row[whole])?.value === sum;
        });
        if (held.length >= 3) return true;
      }
    }
  }
  return false;
}

function totalsOver(part: TableSum['total'], sums: readonly TableSum[]): TableSum['total'][] {
  const found = new Set<TableSum['total']>();
  const open = [part];
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    for (const sum of sums) {
      if (!sum.parts.includes(cell) || found.has(sum.total)) continue;
      found.add(sum.total);
      open.push(sum.total);
    }
  }
  return [...found];
}

/** A figure that stands in the text exactly twice, and in no sum, is changed in both places. */
function toldTwice(report: Extraction, random: Random): Coherent[] {
  const places = new Map<string, { block: Block; start: number; end: number; value: number }[]>();
  for (const block of report.blocks)
    for (const figure of figuresIn(block.text))
      places.set(figure.raw, [...(places.get(figure.raw) ?? []), { block, ...figure }]);
  const twice = [...places.entries()].filter(([raw, told]) => {
    const alone = told.every(
      ({ block, start, end }) =>
        proseOf(report).includes(block) &&
        !/[%(:]|gồm|trong đó/.test(block.text.slice(Math.max(0, start - 200), end + 200)),
    );
    return (
      told.length === 2 &&
      alone &&
      Number(raw.replace('.', '')) > 20 &&
      !/^(?:19|20)\d\d$/.test(raw) &&
      !raw.includes(',')
    );
  });
  return random.sample(twice, 4).map(([raw, told]) => {
    const text = writeLike(raw, told[0]!.value + 7);
    const edits = told.map(({ block, start, end }): Edit => ({ block: block.id, start, end, text }));
    return { name: 'both places together', blocks: applyEdits(report.blocks, edits), note: `${raw} → ${text}` };
  });
}

/** Two neighbouring rows of a plain table change places, their numbering stays. */
function rowsSwapped({ blocks }: Extraction, random: Random): Coherent[] {
  return blocks.flatMap((block): Coherent[] => {
    if (block.table === null) return [];
    const rows = rowsOf(block);
    const plain = rows.flatMap((row, at) =>
      at >= block.table!.headerRows &&
      /^\d{1,3}$/.test(row[0]?.text.trim() ?? '') &&
      row.every((cell) => cell !== undefined && cell.rowSpan === 1 && cell.colSpan === 1)
        ? [at]
        : [],
    );
    const pairs = plain.filter((at) => plain.includes(at + 1) && rows[at]!.length === rows[at + 1]!.length);
    // A row that heads a group, or is inside another, cannot be moved alone.
    const nested = rows.some((row) =>
      row
        .slice(0, 2)
        .some((cell) => /^(?:[IVXABC]|[a-z]|\d+\.\d+)[.)]?$|^[-+]|trong đó/iu.test(cell?.text.trim() ?? '')),
    );
    if (pairs.length === 0 || nested) return [];
    const at = random.pick(pairs);
    const [a, b] = [rows[at]!, rows[at + 1]!];
    const edits = a.flatMap((cell, col): Edit[] =>
      col === 0
        ? []
        : [
            { block: block.id, start: cell!.start, end: cell!.end, text: b[col]!.text },
            { block: block.id, start: b[col]!.start, end: b[col]!.end, text: cell!.text },
          ],
    );
    return [
      {
        name: 'rows in another order',
        blocks: applyEdits(blocks, edits),
        note: `rows ${at} and ${at + 1} of ${block.id}`,
      },
    ];
  });
}
