import type { Block } from '../../../schemas/document.ts';
import { fold, lower } from '../../text/fold.ts';
import { eachWord, isLetter } from '../../text/letters.ts';
import { oneLine } from '../../text/normalize.ts';
import { remembered } from '../../text/remembered.ts';
import type { CheckInput } from '../rule.ts';
import type { Figure } from './cell-value.ts';
import { type ParsedTable, parseTables } from './sums.ts';
import { isBareTotal } from './wording.ts';

/** A table with the words that say what its columns count. */
export interface TableFacts {
  table: ParsedTable;
  /** 0-based among the tables of the report. */
  index: number;
  /** Position of its block in the report. */
  place: number;
  /** Syllables of the lines above it («BẢNG TỔNG HỢP … Kết quả giám sát …»). */
  title: ReadonlySet<string>;
  /** The same lines, folded. */
  titleText: string;
  /** «phụ lục 03», «biểu số 4»: as its title numbers it; null where it does not. */
  number: number | null;
  columns: ColumnFacts[];
}

export interface ColumnFacts {
  col: number;
  /** Syllables of its whole heading, without filler. */
  words: ReadonlySet<string>;
  /** Of these the ones in short headings: «Kiểm tra › Cấp huyện › Số cuộc», without the long title of the whole group. */
  core: ReadonlySet<string>;
  /** Of its last heading alone: «Dân cư › Số hộ» → hộ. */
  leaf: ReadonlySet<string>;
  /** It has no short heading: a clause cannot be expected to repeat all of it. */
  long: boolean;
  /** Level its heading names: «Cấp tỉnh», «Cấp huyện». */
  level: Level | null;
  /** Under a heading «Tổng số» or «Cộng», or the only one of its kind. */
  isTotal: boolean;
}

export type Level = 'tỉnh' | 'huyện' | 'xã';

/** With their marks: «số» says nothing, «hồ sơ» does. */
const filler = new Set(
  'số lượng tổng cộng và của các cho trong về theo đã được có tại ở với đến từ là do những này người đứng đầu kèm phụ lục biểu bảng hợp kết quả năm tháng'.split(
    ' ',
  ),
);

/** Abbreviations of narrow headings that the text writes out. */
const inFull: Record<string, string> = {
  'ct-xh': 'chính trị xã hội',
  mttq: 'mặt trận tổ quốc',
  gpmb: 'giải phóng mặt bằng',
  antt: 'an ninh trật tự',
  dtts: 'dân tộc thiểu số',
  tdp: 'tổ dân phố',
  ubnd: 'ủy ban nhân dân',
  hđnd: 'hội đồng nhân dân',
  cccd: 'căn cước công dân',
};

export function tableFacts(input: CheckInput): TableFacts[] {
  const { blocks } = input.context;
  const place = new Map(blocks.map((block, at) => [block.id, at]));
  return input.shared(parseTables).map((table, index): TableFacts => {
    const at = place.get(table.grid.block.id)!;
    const above = linesAbove(blocks, at);
    return {
      table,
      index,
      place: at,
      title: syllables(above.join(' ')),
      titleText: fold(above.join(' ')),
      number: numberOf(above),
      columns: table.roles.flatMap((role, col) => (role === 'figures' ? [columnFacts(table, col)] : [])),
    };
  });
}

const annex = /(?:phụ lục|biểu|bảng|danh mục)(?: số)? ?0?(\d{1,2}|[ivx]{1,4})(?![\p{L}\d])/u;
const annexTitle = new RegExp(`^\\P{L}{0,3}${annex.source}`, 'u');
const romans = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];

/** The number of the first annex named, in small letters: «phụ lục 03», «biểu số 4», «phụ lục ii». */
export function annexNumber(text: string): number | null {
  const number = annex.exec(text)?.[1];
  if (number === undefined) return null;
  const roman = romans.indexOf(number);
  return roman > 0 ? roman : Number.isNaN(Number(number)) ? null : Number(number);
}

/** A line that begins with it is the title; a sentence above may name another annex. */
function numberOf(above: readonly string[]): number | null {
  const title = above.findLast((line) => annexTitle.test(lower(line)));
  return annexNumber(lower(title ?? above.join(' \n ')));
}

/** Up to five short paragraphs right above, back to the table or the running text before. */
function linesAbove(blocks: readonly Block[], at: number): string[] {
  const lines: string[] = [];
  for (let index = at - 1; index >= 0 && lines.length < 5; index--) {
    const { kind, text } = blocks[index]!;
    if (kind === 'table' || text.length > 260) break;
    if (kind !== 'footnote' && kind !== 'page-header' && kind !== 'page-footer') lines.unshift(text);
  }
  return lines;
}

function columnFacts({ grid }: ParsedTable, col: number): ColumnFacts {
  const path = grid.header[col]!.map((cell) => lower(oneLine(cell.text)));
  const short = path.filter(
    (words, level) =>
      words.split(' ').length <= (level === path.length - 1 ? longestLeaf : longestCore) && !isBareTotal(fold(words)),
  );
  const leaf = path.at(-1) ?? '';
  const core = withoutLevels(syllables(short.join(' ')));
  return {
    col,
    words: syllables(path.join(' ')),
    core: core.size > 0 ? core : withoutLevels(syllables(path.join(' '))),
    leaf: withoutLevels(syllables(isBareTotal(fold(leaf)) ? '' : leaf)),
    long: core.size === 0,
    level: levelOf(path.join(' ')),
    isTotal: path.some((words) => isBareTotal(fold(words))),
  };
}

/** Headings of more words describe a group of columns rather than name what one counts. */
const longestCore = 9;
const longestLeaf = 14;
const levelWords = new Set('cap tinh thanh pho huyen quan xa phuong thi tran toan dia ban'.split(' '));

/** Without the words of scope, which are compared apart. */
export function withoutLevels(words: ReadonlySet<string>): Set<string> {
  return new Set([...words].filter((word) => !levelWords.has(word)));
}

/** Level of a heading, a row or a clause; null for none or several. */
export function levelOf(text: string): Level | null {
  const found: Level[] = [];
  if (/cấp tỉnh|cấp thành phố|^thành phố$|^tỉnh$/u.test(text)) found.push('tỉnh');
  if (/cấp (?:quận|huyện)|quận, ?huyện|huyện, ?quận|quận ủy|huyện ủy|^quận huyện$/u.test(text)) found.push('huyện');
  if (/cấp xã|xã, ?phường|phường, ?xã|cấp cơ sở/u.test(text)) found.push('xã');
  return found.length === 1 ? found[0]! : null;
}

export const syllables: (text: string) => ReadonlySet<string> = remembered(readSyllables);

const latin = remembered((word): readonly string[] => fold(word).match(/[a-z]+/g) ?? []);

const short = /(?:ct-xh|mttq|gpmb|antt|dtts|tdp|ubnd|hđnd|cccd)(?!\p{L})/gu;

function readSyllables(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const spelled = lower(text).replace(short, (letters, at: number, all: string) =>
    at > 0 && isLetter(all.charCodeAt(at - 1)) ? letters : (inFull[letters] ?? letters),
  );
  eachWord(spelled, (start, end) => {
    const word = spelled.slice(start, end);
    if (!filler.has(word)) for (const part of latin(word)) found.add(part);
  });
  // «Số người» has nothing else to go by; «người đứng đầu cấp ủy» has.
  if (found.size === 0 && /(?<!\p{L})người(?!\p{L})/u.test(spelled)) found.add('nguoi');
  return found;
}

export function cellFigure({ grid }: ParsedTable, row: number, col: number): Figure | null {
  const value = grid.values[row]![col]!;
  if (value.kind === 'malformed') return value.figure;
  return value.kind === 'figure' && value.numbers.length === 1 ? value.numbers[0]! : null;
}
