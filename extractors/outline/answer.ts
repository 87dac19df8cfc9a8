import type { Block } from '../../schemas/document.ts';
import type { OutlineAnswer, OutlineItem, OutlineState } from '../../schemas/outline.ts';
import { fold } from '../text/fold.ts';

/** Where in a report an answer stands: the whole block unless told otherwise. */
export function answer(
  item: OutlineItem,
  state: OutlineState,
  block: Block | null,
  start = 0,
  end = block?.text.length ?? 0,
): OutlineAnswer {
  if (block === null) return { item: item.id, state, place: null };
  const { id, section, page, text } = block;
  return { item: item.id, state, place: { quote: text.slice(start, end), block: id, start, end, section, page } };
}

/** «Không có.», «Không phát sinh.», «Trong kỳ không phát sinh vụ việc nào.»: an answer, not an empty place. */
export function saysNothing(text: string): boolean {
  const words = fold(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return (
    /^(?:hien |den nay |trong ky |trong quy |trong nam )?(?:khong|chua)(?: co| phat sinh| xay ra)?(?: gi| kien nghi gi)?$/.test(
      words,
    ) ||
    (words.length < 120 && /(?:^| )(?:khong|chua) (?:co|phat sinh|xay ra|de xuat|kien nghi)(?: |$)/.test(words))
  );
}
