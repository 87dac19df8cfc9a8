import { BODY, endOfName } from '../citations/body-names.ts';

const BODIES = new RegExp(`(?<![\\p{L}])(?:${BODY}|Các (?:cấp ủy|cơ quan|đơn vị|địa phương|tổ chức))`, 'gu');
/** A body that owns, receives or is beside what is spoken of. */
const NOT_ACTING = /(?:của|cho|với|bởi|gửi|tại|và)\s$/u;

/** Who does it: the body named nearest before the verb in the clause; null where the clause names none. */
export function actorBefore(clause: string): string | null {
  let last: string | null = null;
  let end = 0;
  for (const match of clause.matchAll(BODIES)) {
    if (match.index < end) continue;
    end = endOfName(clause, match.index) ?? match.index + match[0].length;
    if (!NOT_ACTING.test(clause.slice(Math.max(0, match.index - 6), match.index)))
      last = clause.slice(match.index, end);
  }
  return last;
}
