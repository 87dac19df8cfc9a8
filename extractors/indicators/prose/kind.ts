import type { IndicatorKind } from '../../../schemas/indicator.ts';
import type { Figure } from './figure.ts';

const targetWords =
  /(?:^|[^\p{L}])(?:chỉ tiêu|phấn đấu|mục tiêu|đề ra|chậm nhất|đặt ra|dự kiến|kế hoạch đến|phải đạt|đảm bảo|bảo đảm)(?![\p{L}])/iu;
const plannedSection =
  /(?:phương hướng|nhiệm vụ trọng tâm|nhiệm vụ, giải pháp|mục tiêu|chỉ tiêu|kế hoạch thực hiện|6 tháng cuối năm)/iu;
const stockLabel =
  /^(?:tổng )?(?:diện tích|dân số|số dân|quy mô|mật độ|tổng số (?:hộ|dân|thôn|đảng viên|chi bộ)|biên chế)/iu;
const stockSection = /(?:đặc điểm|khái quát|tình hình chung|giới thiệu chung|vị trí địa lý|tình hình nhân dân)/iu;
const holds =
  /(?:^|[^\p{L}])(?:có|hiện có|gồm|gồm có|bao gồm|với|tổng số|được phân chia thành|chia thành|quản lý)(?: (?:trên|hơn|gần|khoảng|tổng số))?\s{1,2}$/iu;
const stockFamilies = new Set(['people', 'organisations', 'territory', 'area', 'goods']);
const deed = /(?:đã|được|trong năm|tổ chức|ban hành|tiếp nhận|giải quyết|tham gia|xảy ra)/iu;

export interface KindClues {
  label: string;
  /** The words of the clause up to the figure. */
  before: string;
  clause: string;
  /** Headings above, innermost first. */
  headings: readonly string[];
  hasPeriod: boolean;
}

/** Result, target, stock (a state, not a deed), rate (a share) or difference. */
export function kindOf(figure: Figure, clues: KindClues): IndicatorKind {
  const bound = figure.token.qualifier?.bound;
  if (bound === 'difference' || (figure.token.qualifier?.change ?? null) !== null) return 'difference';
  const planned = clues.headings.some((heading) => plannedSection.test(heading) && !/kết quả/iu.test(heading));
  if (bound === 'min-target' || bound === 'max-target' || planned) return 'target';
  if (figure.role === 'percent' || figure.role === 'rate') return targetWords.test(clues.before) ? 'target' : 'rate';
  if (stockLabel.test(clues.label)) return 'stock';
  const family = figure.unit?.family ?? '';
  if (stockFamilies.has(family) && !clues.hasPeriod && clues.headings.some((heading) => stockSection.test(heading))) {
    return deed.test(clues.before.slice(-40)) ? 'result' : 'stock';
  }
  if (
    stockFamilies.has(family) &&
    family !== 'people' &&
    holds.test(clues.before) &&
    !clues.hasPeriod &&
    !deed.test(clues.clause)
  )
    return 'stock';
  return 'result';
}
