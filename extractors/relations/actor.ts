import { BODY, endOfName } from '../citations/body-names.ts';

const BODIES = new RegExp(
  `(?<![\\p{L}])(?<!(?:của|cho|với|đối với|bởi|gửi|tại|và)\\s)(?:${BODY}|Các (?:cấp ủy|cơ quan|đơn vị|địa phương|tổ chức))`,
  'gu',
);

/** Who does it: the body named nearest before the verb in the clause; null where the clause names none. */
export function actorBefore(clause: string): string | null {
  let last: string | null = null;
  let end = 0;
  for (const match of clause.matchAll(BODIES)) {
    if (match.index < end) continue;
    end = endOfName(clause, match.index) ?? match.index + match[0].length;
    last = clause.slice(match.index, end);
  }
  return last;
}
