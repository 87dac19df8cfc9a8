import { remembered } from '../text/remembered.ts';

/**
 * Divisions that leave nothing out. A list whose items are told apart by them is complete, even after «trong đó».
 * Each entry: the ways to name each side, in small letters with marks («nam» is a sex, «năm» a year).
 */
const divisions: readonly (readonly RegExp[])[] = [
  [/định kỳ/, /thường xuyên|chuyên đề/, /đột xuất/],
  [
    /cấp (?:tỉnh|thành phố)/,
    /cấp (?:quận|huyện|thị xã)(?:,? (?:quận|huyện|thị xã))*/,
    /cấp (?:xã|phường|cơ sở)(?:,? (?:xã|phường|thị trấn))*/,
  ],
  [/cấp (?:quận|huyện|thị xã)(?:,? (?:quận|huyện|thị xã))*/, /cấp (?:xã|phường|cơ sở)(?:,? (?:xã|phường|thị trấn))*/],
  [/(?:đăng ký |xây dựng |thành lập |làm )?mới/, /nhân rộng|duy trì|cũ|chuyển tiếp/],
  [/\bnam\b/, /nữ/],
  [/tập thể/, /cá nhân/],
  [/trực tuyến/, /trực tiếp|bưu chính(?: công ích)?/],
  [/trước hạn/, /đúng hạn/, /(?:quá|trễ) hạn/],
  [/(?:đúng|trước) hạn/, /(?:quá|trễ) hạn/],
  [/nông thôn(?! mới)/, /thành thị|đô thị/],
  [
    /(?:đã|được) (?:giải quyết|xử lý|hoàn thành|trả lời)(?: xong)?/,
    /(?:chưa|đang|còn)(?: lại| tồn)?(?: giải quyết| xử lý| hoàn thành| trả lời)?/,
  ],
  [/mới|thay thế/, /sửa đổi|bổ sung/, /bãi bỏ|hủy bỏ/],
  [/có đúng,? có sai|đúng một phần/, /đúng/, /sai/],
  [/kiên cố/, /bán kiên cố|tạm/],
  [/trong nước/, /(?:ngoài nước|nước ngoài)/],
  [/cấp mới/, /cấp đổi/, /cấp lại/],
  [/hoàn thành xuất sắc/, /hoàn thành tốt/, /không hoàn thành/, /hoàn thành/],
  [/xuất sắc/, /tốt/, /khá/, /trung bình|đạt/],
  [/tốt/, /khá/, /trung bình|chưa đạt/, /yếu|đạt/],
  [/hoàn thành/, /chuyển tiếp/, /khởi công mới/],
  [/khiếu nại/, /tố cáo/, /kiến nghị(?:, phản ánh)?|phản ánh(?:, kiến nghị)?|đề nghị/],
];

/** Units of one level of the territory: any two or more kinds of them together are all there are. */
const levels: readonly RegExp[] = [
  /^(?:xã|phường|thị trấn|đặc khu)$/u,
  /^(?:quận|huyện|thị xã|thành phố|huyện đảo|thành phố thuộc (?:tỉnh|thành phố))$/u,
  /^(?:thôn|xóm|bản|ấp|tổ dân phố|khối|buôn|khu phố|khu dân cư)$/u,
];

/** Do the labels of all parts, each on a side of its own, make up a division that is known to be complete? */
export function isKnownDivision(labels: readonly string[]): boolean {
  if (labels.length < 2) return false;
  if (labels.length === 2 && complements(labels[0]!, labels[1]!)) return true;
  if (new Set(labels).size === labels.length && levels.some((level) => labels.every((label) => level.test(label))))
    return true;
  return divisions.some((sides) => labels.length === sides.length && isDividedBy(labels, sides));
}

/**
 * Every label names another side, and but for that says the same: «mô hình xây dựng nông thôn mới» and «mô hình chỉnh
 * trang đô thị» are two of many, not the two halves of something.
 */
function isDividedBy(labels: readonly string[], sides: readonly RegExp[]): boolean {
  const taken = new Set<number>();
  const others: Set<string>[] = [];
  for (const label of labels) {
    const side = sides.findIndex((pattern, index) => !taken.has(index) && pattern.test(label));
    if (side === -1) return false;
    taken.add(side);
    const more = sides.reduce((left, pattern) => left.replace(pattern, ' '), label);
    others.push(new Set(more.split(/\P{L}+/u).filter((word) => word !== '' && word !== 'là')));
  }
  const [first, ...following] = others;
  return following.every((words) => {
    const common = [...words].filter((word) => first!.has(word)).length;
    const more = Math.max(words.size, first!.size) - common;
    return more <= Math.max(2, common);
  });
}

/** «đủ điều kiện xử lý» and «không đủ điều kiện xử lý»: one says what the other denies. */
function complements(a: string, b: string): boolean {
  const strip = (label: string) => label.replace(/(?<!\p{L})(?:không|chưa|ngoài) /gu, '').trim();
  const denies = (label: string) => strip(label) !== label.trim();
  return denies(a) !== denies(b) && strip(a) === strip(b) && strip(a) !== '';
}

/** Traits that one person may have together: «62 nữ, 51 người dân tộc thiểu số» of 100 overlap. */
const traits = [
  /nữ/,
  /dân tộc/,
  /tôn giáo|theo đạo|công giáo|phật giáo/,
  /trẻ|đoàn viên|thanh niên|tuổi/,
  /đảng viên|vào đảng/,
  /trình độ|đại học|trung cấp/,
  /hưu trí|người cao tuổi/,
  // Who has one insurance has as a rule the other: «BHXH bắt buộc 87.866 người, … BHYT 1.107.600 người».
  /bảo hiểm y tế|bhyt/,
  /bảo hiểm thất nghiệp|bhtn/,
  /bảo hiểm xã hội|bhxh/,
];

/** Bodies whose names hold a trait: their members are not counted twice for it. */
const bodies = /(?:hội (?:liên hiệp )?phụ nữ|(?:đoàn|hội liên hiệp) thanh niên|hội người cao tuổi|(?:đoàn|hội) viên)/gu;

/** Are the parts told apart by unlike traits, so that one member may be counted twice? */
export function mayOverlap(labels: readonly string[]): boolean {
  const met = new Set<number>();
  let told = 0;
  for (const name of labels) {
    const label = name.replace(bodies, ' ');
    const own = traits.flatMap((trait, index) => (trait.test(label) ? [index] : []));
    if (own.length > 0) told++;
    for (const index of own) met.add(index);
  }
  return told >= 2 && met.size >= 2;
}

/** Two counts of persons, by whatever name: «3.146 cán bộ, giáo viên» and «325 người». Attendances and households are none. */
export function arePersons(a: Counted, b: Counted): boolean {
  return isPersons(a) && isPersons(b);
}

interface Counted {
  family: string | null;
  noun: string;
}

function isPersons({ family, noun }: Counted): boolean {
  if (noun.startsWith('doi tuong')) return true;
  return family === 'people' && !/^(?:ho|gia dinh|luot)\b/.test(noun);
}

/** Nouns of one syllable that count by themselves: «người dân» and «người dự» are both people. */
const single = new Set(
  'nguoi ho vu don cuoc lan luot buoi dot phieu bai tin em gam kg ta tan ha lit km vien ca giai lop phong'.split(' '),
);
/** Nouns of two syllables that begin like one of those: «hồ sơ» is no «hộ», «đơn vị» no «đơn». */
const compound = new Set(['ho so', 'don vi', 'tin chi', 'bai hoc', 'vien chuc', 'ca nhan', 'giai phap', 'giai thuong']);

/** Other names of one thing: pupils, and reports of crime. */
const synonyms: Readonly<Record<string, string>> = {
  em: 'hoc sinh',
  chau: 'hoc sinh',
  tre: 'hoc sinh',
  'to giac': 'tin',
  'nguon tin': 'tin',
};

/** The syllables that name the thing counted: «nguoi du» → nguoi, «mo hinh moi» → mo hinh. */
export const headOf: (noun: string) => readonly string[] = remembered(readHead);

function readHead(noun: string): string[] {
  const words = noun.split(' ').filter((word) => word !== '');
  const two = words.slice(0, 2);
  const other = synonyms[two.join(' ')] ?? synonyms[words[0] ?? ''];
  if (other !== undefined) return other.split(' ');
  return single.has(words[0] ?? '') && !compound.has(two.join(' ')) ? two.slice(0, 1) : two;
}

/** Do two nouns name the same thing? A noun that is not told («nhân rộng 10») may be anything. */
export function sameThing(a: string, b: string): boolean {
  if (a === '' || b === '') return true;
  const [first, second] = [headOf(a), headOf(b)];
  const depth = Math.min(first.length, second.length);
  if (first.length !== second.length && (compound.has(first.join(' ')) || compound.has(second.join(' ')))) return false;
  for (let at = 0; at < depth; at++) if (first[at] !== second[at]) return false;
  return true;
}
