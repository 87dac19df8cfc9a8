import { headOf, sameThing } from '../part-whole/divisions.ts';
import type { Quantity } from '../part-whole/quantities.ts';
import { annexNumber, type TableFacts } from './tables/facts.ts';
import { headerWords } from './tables/grid.ts';
import { isBareTotal, isSubtotal } from './tables/wording.ts';

const ANNEX = '(?:phụ lục|biểu|bảng|danh mục)(?: số)? (?:\\d{1,2}|[ivx]{1,4})(?![\\p{L}\\d])';
/** «09 thôn (Biểu số 2)», «04 huyện, thành phố (xem Phụ lục II)», «05 văn bản nêu tại Biểu 1». */
const BEHIND = new RegExp(
  `^(?:, ?(?:\\p{L}+ ?){1,3})?(?: ?[^\\d.,;:()]{0,30})?(?:\\((?:xem |chi tiết |theo |nêu |tại |ở |có ){0,3}|(?: nêu| ghi)? (?:tại|ở|trong) )(${ANNEX})`,
  'u',
);
/** «các văn bản ở Biểu 1 (05 văn bản)», «chương trình đang cho vay (Biểu 1): 07 chương trình». */
const BEFORE = new RegExp(`(?<!\\p{L})(${ANNEX})(?:\\)? ?:|\\)?,?)? ?\\(?(?:gồm |có |với )?$`, 'u');

/** The annex that a count stands right beside; null where it stands beside none. `text` is in small letters. */
export function annexBeside(text: string, { start, nounEnd }: Quantity): number | null {
  const reference =
    BEHIND.exec(text.slice(nounEnd, nounEnd + 90))?.[1] ?? BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return reference === undefined ? null : annexNumber(reference);
}

const TERRITORIES = /(?<!\p{L})(?:xa|phuong|thi tran|huyen|thi xa|thanh pho|quan|tinh|tp)(?!\p{L})/gu;
const territoriesIn = (words: string): string[] => words.match(TERRITORIES) ?? [];

/**
 * How many rows a table has for each thing that a noun counts, as many answers as its levels allow; empty where its
 * column of names is headed by another thing. `after` is what follows the noun, folded: «04 huyện, thành phố».
 */
export function rowsFor({ table, title }: TableFacts, noun: string, after: string): number[] {
  const { grid, rows, roles } = table;
  const col = roles.indexOf('label');
  const header = (col === -1 ? '' : (headerWords(grid, col).at(-1) ?? ''))
    .replace(/[^a-z]+/g, ' ')
    .replace(/^ten (?:cac )?/, '')
    .trim();
  const things = rows.filter(
    ({ label, role, inside }) => label !== '' && !inside && role !== 'total' && role !== 'subtotal' && !isTotal(label),
  );
  if (header === '' || things.length < 2 || things.some(({ label }) => /(?:^| )(?:con lai|khac)(?: |$)/.test(label)))
    return [];
  // «DANH MỤC VĂN BẢN TRIỂN KHAI» with «TT | Số, ký hiệu | Nội dung».
  const isNumberedList = roles[0] === 'ordinal' && !roles.includes('figures');
  const counted = things.filter(({ role }) => role === 'data' || !roles.includes('figures'));
  const kinds = territoriesIn(/^[^\d.;:(]{0,60}/.exec(`${noun} ${after}`)![0]);
  const isTerritory = new RegExp(`^${TERRITORIES.source}`, 'u').test(noun);
  if (header === 'dia phuong' && isTerritory) {
    const labelled = counted.filter(({ label }) => territoriesIn(label)[0] !== undefined);
    const own = labelled.filter(({ label }) => kinds.some((kind) => label.startsWith(kind)));
    if (labelled.length !== 0 && own.length !== counted.length) return [];
  } else if (
    !(sameThing(header, noun) && !otherBody.test(noun)) &&
    !(noun.startsWith('dia phuong') && territoriesIn(header).length > 0) &&
    !(isNumberedList && headOf(noun).every((word) => title.has(word)))
  )
    return [];
  const ofItsKind = counted.filter(({ label }) => label.startsWith(headOf(noun).join(' '))).length;
  if (isNumberedList && ofItsKind > 0) return [ofItsKind];
  const depths = [...new Set(counted.map(({ depth }) => depth))];
  const ofDepth = (some: typeof things) => depths.map((one) => some.filter(({ depth }) => depth === one).length);
  // «5 | Lao động | - | -»: a row without a figure is one of its kind all the same.
  return [...new Set([counted.length, ...ofDepth(counted), ...ofDepth(things)])];
}

/** Under «Tổ» stand groups, no «tổ chức đảng». */
const otherBody = /^to (?:chuc|giac)(?: |$)/;

const isTotal = (label: string): boolean => isBareTotal(label) || isSubtotal(label);
