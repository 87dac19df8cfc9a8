import type { Block } from '../../schemas/document.ts';
import { iso, isRealDate, isYear } from '../dates/index.ts';
import { fold } from '../text/fold.ts';
import { type BodyName, readBodies } from './body-name.ts';
import { isCapitalTitle } from './sections.ts';

export interface Letterhead {
  number: string | null;
  date: string | null;
  /** The place of the date line: «Phổ Hòa» of «Phổ Hòa, ngày 26 tháng 5 năm 2023». */
  place: string | null;
  /** Superior bodies first, the issuing body last. */
  bodies: BodyName[];
  /** «V/v báo cáo kết quả …» of an official letter. */
  subject: string | null;
  /** Blocks that carry any of this, tables included. */
  blocks: Set<string>;
}

/** The lines of the right column, which name nobody. */
const MOTTOS =
  /dang cong san viet nam|cong hoa xa hoi chu nghia viet nam|doc lap ?[-–—.]* ?tu do ?[-–—.]* ?hanh phuc|doan (?:tncs|thanh nien cong san) ho chi minh/g;

const MOST_LINES = 40;

/** `blocks` are those above the line of the type; the two columns come as tables, as tabs, or one line after the other. */
export function readLetterhead(blocks: readonly Block[]): Letterhead {
  const head: Letterhead = { number: null, date: null, place: null, bodies: [], subject: null, blocks: new Set() };
  const names: string[] = [];
  const lines = blocks
    .filter((block) => !block.note && block.text.length <= 1500)
    .flatMap((block) => (block.table ? block.table.cells : [block]).map(({ text }) => ({ text, from: [block.id] })))
    .slice(0, MOST_LINES);
  for (const { text, from } of wholeLines(apart(lines))) {
    if (readLine(text, head, names)) for (const id of from) head.blocks.add(id);
  }
  head.bodies = joinBodies(names);
  return head;
}

interface HeadLine {
  text: string;
  from: string[];
}

/** Who writes, in capitals, and beside it the place and the day; or what is left of them on the lines below. */
const BESIDE = /^([^\p{Ll}]*[\p{Lu}*]) ((?:TP\.? |TX\.? )?\p{Lu}\p{Ll}[^,\n]{0,60}, ?ngày .*)$/u;
const REST_BESIDE = /^([^\p{Ll}]*[\p{Lu}*]) ((?:tháng|năm) [^\n]*|\d{4})$/u;

/**
 * Columns that all but touch are read as one line: «ĐẢNG ỦY PHƯỜNG TRẦN HƯNG Trần Hưng Đạo, ngày 14 tháng 6» /
 * «ĐẠO năm 2024». The left ones of such lines come first, then the right ones.
 */
function apart(lines: readonly HeadLine[]): HeadLine[] {
  const columns: HeadLine[] = [];
  let right: HeadLine[] = [];
  for (const { text, from } of lines) {
    const rest = right.length > 0 ? REST_BESIDE.exec(text) : null;
    const [, left, beside] = rest ?? BESIDE.exec(text) ?? [];
    if (left === undefined || beside === undefined || /^T[PX]$/.test(left)) {
      columns.push(...right, { text, from });
      right = [];
      continue;
    }
    const last = columns.at(-1);
    if (rest && last && left !== '*' && !readBodies(left).some((body) => body.known)) last.text += ` ${left}`;
    else columns.push({ text: left, from });
    right.push({ text: beside, from });
  }
  return [...columns, ...right];
}

/** A narrow column breaks its lines: «CỘNG HÒA XÃ HỘI CHỦ NGHĨA» / «VIỆT NAM», «…, ngày 16 tháng 6 năm» / «2023». */
function wholeLines(lines: readonly HeadLine[]): HeadLine[] {
  const whole: HeadLine[] = [];
  for (const line of lines) {
    const last = whole.at(-1);
    if (last && isBroken(last.text, line.text)) {
      whole[whole.length - 1] = { text: `${last.text} ${line.text}`, from: [...last.from, ...line.from] };
    } else whole.push(line);
  }
  return whole;
}

const BROKEN_MOTTO =
  /(?:cong hoa|cong hoa xa hoi|cong hoa xa hoi chu nghia|dang cong san|doc lap ?[-–—.]*(?: ?tu do ?[-–—.]*)?)$/;

function isBroken(above: string, below: string): boolean {
  const [first, second] = [fold(above.trim()), fold(below.trim())];
  if (/ngay ?[\d.…_ ]*(?:,? ?thang ?[\d.…_ ]*)?(?:nam)?$/.test(first) && /ngay/.test(first))
    return /^(?:\d{1,2} thang |thang \d|nam \d{4}|\d{4}$)/.test(second);
  return BROKEN_MOTTO.test(first) && /^(?:xa hoi|chu nghia|viet nam|tu do|hanh phuc)/.test(second);
}

/** Takes number, date and mottos out of a line; what is left in capitals names bodies. */
function readLine(line: string, head: Letterhead, names: string[]): boolean {
  let used = false;
  let rest = line.replace(/\t/g, '\n');
  const cut = (from: number, to: number) => {
    rest = `${rest.slice(0, from)}\n${rest.slice(to)}`;
    used = true;
  };
  for (const motto of [...fold(rest).matchAll(MOTTOS)].reverse()) cut(motto.index, motto.index + motto[0].length);
  const number = findNumber(rest);
  if (number) {
    head.number ??= number.number;
    cut(number.start, number.end);
  }
  const date = findPlaceAndDate(rest);
  if (date) {
    head.date ??= date.date;
    head.place ??= date.place;
    cut(date.start, date.end);
  }
  const subject = /(?:V\/v|v\/v|Về việc):? (.{10,300})/.exec(rest);
  if (subject?.[1] && number === null && !isCapitalTitle(rest)) {
    head.subject ??= subject[1].split('\n')[0]!.trim();
    cut(subject.index, subject.index + subject[0].length);
  }
  for (const piece of rest.split('\n')) {
    const name = piece.replace(/^[\s*_–—.-]+|[\s*_–—.-]+$/g, '').replace(/ ?\* ?/g, ' ');
    const told = name !== '' && (isBodyLine(name) || endsPlace(name, names.at(-1)));
    if (told || (name === '' && /[*_–—-]/.test(piece))) used = true;
    if (told) names.push(name);
  }
  return used;
}

/** In capitals; or, in small letters, nothing but names: «Huyện ủy Tân Lộc», not «Huyện ủy báo cáo kết quả như sau». */
const isBodyLine = (text: string): boolean =>
  text.length <= 160 &&
  (isCapitalTitle(text) || (/^\p{Lu}/u.test(text) && readBodies(text).every((body) => body.known))) &&
  !STAMPS.test(text);

const STAMPS = /^(?:MẬT|TỐI MẬT|TUYỆT MẬT|HỎA TỐC|KHẨN|DỰ THẢO|BẢN SỐ)/;

/** «ĐẠO» under «ĐẢNG ỦY PHƯỜNG TRẦN HƯNG»: too short for a body of its own. */
const endsPlace = (text: string, last: string | undefined): boolean =>
  last !== undefined &&
  /^\p{Lu}{2,}$/u.test(text) &&
  !STAMPS.test(text) &&
  (readBodies(last).at(-1)?.places.length ?? 0) > 0 &&
  goesOn(text, last);

/** A line that only goes on («HUYỆN HÒA AN» under «ỦY BAN NHÂN DÂN», «VÀ MÔI TRƯỜNG») belongs to the one before. */
function joinBodies(lines: readonly string[]): BodyName[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && goesOn(line, last)) joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined.flatMap(readBodies);
}

function goesOn(line: string, last: string): boolean {
  const folded = fold(line);
  if (/(?:ban chi dao|ban chi huy|hoi dong|ban quan ly|van phong)$/.test(fold(last))) return true;
  if (/^(?:va|-|–) /.test(folded) || /(?: va|[-–,])$/.test(fold(last))) return true;
  if (/^(?:tinh|thanh pho|tp\.?|quan|huyen|thi xa|phuong|xa|thi tran|dac khu) (?!uy\b|doan\b)/.test(folded)) {
    return readBodies(last).every((body) => body.places.length === 0);
  }
  const [first] = readBodies(line);
  return (
    first !== undefined && !first.known && first.head === first.name && first.places.length === 0 && last.length > 20
  );
}

/** «Số 167 -BC/ĐU» → 167-BC/ĐU; «Số:     /BC-UBND», not yet given out, is null. */
export function findNumber(text: string): { number: string | null; start: number; end: number } | null {
  const found =
    /(?:^|[^\p{L}])(?:[Ss]ố|SỐ) ?[:.]? ?(\d{1,5}[a-z]?(?: ?[-–/] ?(?:\d{4}|[\p{Lu}][\p{L}\d]{0,14})){1,5})/u.exec(
      text,
    ) ??
    /(?:^|[^\p{L}])(?:Số|SỐ) ?[:.]? ?(?:[….]{2,30}|_{2,30})? ?[-–/] ?(?:[\p{Lu}][\p{L}\d]{0,14})(?: ?[-–/] ?[\p{Lu}][\p{L}\d]{0,14}){0,3}/u.exec(
      text,
    );
  if (!found) return null;
  const number = found[1]?.replace(/\s/g, '').replace(/–/g, '-') ?? '';
  return { number: number || null, start: found.index, end: found.index + found[0].length };
}

/** «Phổ Hòa, ngày 26 tháng 5 năm 2023», «Hòa An, ngày 05/6/2023»; with the day left blank there is no date. */
function findPlaceAndDate(text: string): { place: string; date: string | null; start: number; end: number } | null {
  const found =
    /(\p{Lu}[\p{L}'’.]{0,12}(?:[ -]{1,3}[\p{Lu}\d][\p{L}'’]{0,12}){0,5}) ?[,.] ?(?:ngày|Ngày) ?([\d\s.…_]{0,12}),? ?(?:tháng|\/|-) ?([\d\s.…_]{0,12}),? ?(?:năm|\/|-) ?(\d{4}|[\d.…_\s]{0,8})/u.exec(
      text,
    );
  if (!found?.[1]) return null;
  return {
    place: found[1].trim(),
    date: isoDate(found[4], found[3], found[2]),
    start: found.index,
    end: found.index + found[0].length,
  };
}

export function isoDate(year = '', month = '', day = ''): string | null {
  const parts = [year, month, day].map((part) => part.trim());
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return null;
  const [y, m, d] = parts.map(Number) as [number, number, number];
  return isYear(y) && isRealDate(d, m, y) ? iso(y, m, d) : null;
}
