import type { Modality } from '../../schemas/relation.ts';

const NEGATED =
  /(?:chưa|không|chậm)\s(?:được\s|kịp thời\s|tổ chức\s|(?:có|ban hành|xây dựng)\s(?:văn bản|kế hoạch|chương trình)\s(?:cụ thể\s)?(?:để\s)?){0,2}$/iu;
const PROPOSED = /(?:đề nghị|kiến nghị|đề xuất|tham mưu)\s[^.;]{0,80}$/iu;
const PLANNED = /(?:sẽ|dự kiến|chuẩn bị|phấn đấu|tiếp tục tham mưu|trong thời gian tới)\s[^.;]{0,80}$/iu;
/** Headings under which nothing has been done yet. */
const PLANS_HEADING =
  /phương hướng|nhiệm vụ (?:trọng tâm|chủ yếu|và giải pháp|\d+ tháng cuối)|thời gian tới|giải pháp (?:chủ yếu|trọng tâm)/iu;
/** What residents ask for is told, not asked, by the report: «Tổng hợp ý kiến, kiến nghị của cử tri». */
const RESULTS_HEADING =
  /kết quả|tình hình|báo cáo|sơ kết|tổng kết|đánh giá|tổng hợp|của (?:cử tri|nhân dân|công dân|người dân)/iu;
const PROPOSALS_HEADING = /đề xuất|kiến nghị/iu;

/** What the words before the verb, and the heading above, say: done, planned, proposed or denied. */
export function modalityOf(beforeVerb: string, heading: string, verb: string): Modality {
  if (NEGATED.test(beforeVerb)) return 'negated';
  // «Kết quả công tác quý I, phương hướng, nhiệm vụ quý II» is the title of a report: what follows is neither.
  const part = RESULTS_HEADING.test(heading) ? '' : heading;
  // «tham mưu Ban Thường vụ ban hành Kế hoạch số …»: with a number of its own the paper is out.
  if (verb !== 'ban hành' && PROPOSED.test(beforeVerb)) return 'proposed';
  if (PLANNED.test(beforeVerb) || PLANS_HEADING.test(part)) return 'planned';
  return PROPOSALS_HEADING.test(part) && verb !== 'ban hành' ? 'proposed' : 'done';
}
