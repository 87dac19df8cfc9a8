import type { IndicatorKind } from '../../../schemas/indicator.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Figure } from './figure.ts';

const targetWords =
  /(?<!\p{L})(?:chỉ tiêu|phấn đấu|mục tiêu|đề ra|chậm nhất|đặt ra|dự kiến|kế hoạch đến|phải đạt|đến cuối năm đạt)(?!\p{L})/iu;
const reached = /(?<!\p{L})(?:đã|vượt|hoàn thành|thực hiện được)(?!\p{L})/iu;
const standing =
  /^(?:tổng )?(?:diện tích(?! (?:gieo|trồng|thu|nuôi|tưới|cấy|giải|rừng trồng))|dân số|số dân|quy mô|mật độ|biên chế|tổng số (?:hộ|dân|thôn)(?! \p{L}*(?:tham|được)))/iu;
const holds =
  /(?<!\p{L})(?:có|hiện có|gồm|gồm có|bao gồm|(?<!đối )với|tổng số|được phân chia thành|chia thành|quản lý)(?: (?:trên|hơn|gần|khoảng|tổng số))?\s{1,2}$/iu;
const deed =
  /(?<!\p{L})(?:đã|được|trong năm|tổ chức|ban hành|tiếp nhận|giải quyết|tham gia|xảy ra|tặng|hỗ trợ)(?!\p{L})/iu;
const stockFamilies = new Set<string>(['people', 'organisations', 'territory', 'area', 'goods']);

/** People, bodies, places, land and things may be told as they stand; meetings and papers are always done. */
export function isStockUnit({ unit }: Figure): boolean {
  return stockFamilies.has(unit?.family ?? '');
}

/** Told anywhere as they stand: «Đảng bộ huyện có 45 tổ chức cơ sở đảng». */
const lasting =
  /^(?:đảng bộ|chi bộ|tổ chức(?: đảng)?|chi hội|tỉnh|quận|huyện|thị xã|xã|phường|thị trấn|thôn|bản|buôn|ấp|khóm|tổ dân phố|khu phố|khu dân cư|trường|quận, huyện|xã, phường.*|thôn, .*|đơn vị hành chính)$/u;

export interface KindClues {
  label: string;
  /** The words of the segment up to the figure. */
  before: string;
  /** The first words of its sentence: «Phấn đấu đến năm 2025: …». */
  opening: string;
  around: Surroundings;
  hasPeriod: boolean;
}

/** Result, target, stock (a state, not a deed), rate (a share) or difference. */
export function kindOf(figure: Figure, { label, before, opening, around, hasPeriod }: KindClues): IndicatorKind {
  if (figure.changes) return 'difference';
  const bound = figure.token.qualifier?.bound;
  if (bound === 'min-target' || bound === 'max-target') return 'target';
  if ((around.planned || targetWords.test(before) || /(?<!\p{L})phấn đấu/iu.test(opening)) && !reached.test(before))
    return 'target';
  if (figure.unit?.family === 'share') return 'rate';
  if (figure.role === 'rank') return 'result';
  if (standing.test(label) && !/[(]|(?:^| )(?:được|bị) /u.test(label)) return 'stock';
  if (!isStockUnit(figure) || hasPeriod) return 'result';
  if (around.describes) return deed.test(before.slice(-40)) ? 'result' : 'stock';
  return lasting.test(figure.unit?.unit ?? '') && holds.test(before) && !deed.test(before) ? 'stock' : 'result';
}
