import type { Place } from './place.ts';
import type { WordParagraph, WordText } from './word-paragraphs.ts';

/** Sets the marks of comments into the XML of a body. Runs are cut where a comment begins or ends inside; no letter changes. */
export function setMarks(
  xml: string,
  prefix: string,
  paragraphs: readonly WordParagraph[],
  comments: readonly (Place & { id: number })[],
): string {
  const texts = paragraphs.flatMap((paragraph) => paragraph.texts).sort((a, b) => a.start - b.start);
  const marks = new Map<number, string>();
  const set = (offset: number, mark: string): void => {
    marks.set(offset, (marks.get(offset) ?? '') + mark);
  };
  const spaced = new Set<WordText>();
  const cut = (offset: number, isEnd: boolean, mark: string): void => {
    const text = textAt(texts, offset, isEnd);
    if (!text) set(offset, mark);
    else if (text.run.isWhole) set(text.run.start, mark);
    else {
      spaced.add(text);
      const opening = xml.slice(text.run.start, text.run.opened);
      set(offset, `</${prefix}t></${prefix}r>${mark}${opening}<${prefix}t xml:space="preserve">`);
    }
  };
  const id = (n: number): string => `${prefix}id="${n}"`;
  for (const { from, id: n } of comments) cut(from, false, `<${prefix}commentRangeStart ${id(n)}/>`);
  for (const { to, id: n } of comments) {
    const reference = `<${prefix}r><${prefix}commentReference ${id(n)}/></${prefix}r>`;
    cut(to, true, `<${prefix}commentRangeEnd ${id(n)}/>${reference}`);
  }
  for (const { start } of spaced) {
    const tag = xml.slice(xml.lastIndexOf('<', start - 1), start);
    if (!tag.includes('xml:space')) marks.set(start - 1, ' xml:space="preserve"');
  }
  let marked = '';
  let done = 0;
  for (const [offset, mark] of [...marks].sort(([a], [b]) => a - b)) {
    marked += xml.slice(done, offset) + mark;
    done = offset;
  }
  return marked + xml.slice(done);
}

/** The text in which an offset lies: at a border, the one that begins there, or for an end the one that ends there. */
function textAt(texts: readonly WordText[], offset: number, isEnd: boolean): WordText | undefined {
  let low = 0;
  let high = texts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isEnd ? texts[middle]!.end < offset : texts[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  const text = texts[low];
  return text && text.start <= offset ? text : undefined;
}
