import type { Block } from '../../schemas/document.ts';
import { fold } from '../text/fold.ts';
import { findNumber, isoDate } from './letterhead.ts';

/** «(Kèm theo Báo cáo số 361-BC/TU, ngày 19/6/2023 của Ban Thường vụ Thành ủy Hải Phòng)» under the title of an annex. */
export interface Attachment {
  type: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
}

/** The paper that most annexes say they belong to; several may be written wrongly, the first of the most frequent counts. */
export function readAttachment(blocks: readonly Block[]): Attachment | null {
  const counts = new Map<string, { attachment: Attachment; times: number }>();
  blocks.forEach((block, index) => {
    const attachment = block.table || block.note ? null : attachmentIn(whole(blocks, index));
    if (!attachment) return;
    const key = JSON.stringify(attachment);
    const known = counts.get(key);
    if (known) known.times++;
    else counts.set(key, { attachment, times: 1 });
  });
  let best: { attachment: Attachment; times: number } | null = null;
  for (const entry of counts.values()) if (!best || entry.times > best.times) best = entry;
  return best?.attachment ?? null;
}

/** The line may go on in the next block: «(Kèm theo Công văn số 1029-CV/BDVTU ngày 25/5/2023» ¶ «của Ban Dân vận …)». */
function whole(blocks: readonly Block[], index: number): string {
  const text = blocks[index]!.text;
  if (text.length > 600 || !/kèm theo/i.test(text)) return '';
  const closed = text.includes(')') || !text.includes('(');
  return closed ? text : `${text} ${(blocks[index + 1]?.text ?? '').slice(0, 200)}`;
}

const CUE =
  /^(?:[^()]{0,200}\()?(?:ban hanh )?kem theo (bao cao|cong van|ke hoach|quyet dinh|to trinh|huong dan|thong bao|chuong trinh|van ban)?/;

function attachmentIn(text: string): Attachment | null {
  const cue = CUE.exec(fold(text));
  if (!cue) return null;
  const rest = text.slice(cue[0].length);
  const number = findNumber(rest);
  if (!number?.number) return null;
  const tail = rest.slice(number.end);
  const date = /^,? ?ngày (\d{1,2}) ?(?:[/.-]|tháng) ?(\d{1,2}) ?(?:[/.-]|năm) ?(\d{4})/.exec(tail);
  const issuer = /của ([^()]{3,160})/.exec(tail)?.[1]?.trim() ?? null;
  const type = cue[1] ? text.slice(cue[0].length - cue[1].length, cue[0].length) : null;
  return {
    type: type && type.charAt(0).toUpperCase() + type.slice(1).toLowerCase(),
    number: number.number,
    date: date ? isoDate(date[3], date[2], date[1]) : null,
    issuer,
  };
}
