import type { Layout } from './clauses.ts';
import type { Span } from './figures.ts';
import { adverbs, bodyOpeners, deedVerbs } from './words.ts';

const opener = new RegExp(
  `^(?:(?:các|toàn|mỗi|từng|những|đảng bộ và|tất cả các) )?(?:${bodyOpeners})(?![\\p{L}])`,
  'iu',
);
const marker = new RegExp(` (?:${adverbs}|${deedVerbs})(?![\\p{L}])`, 'iu');
const introduction =
  /^(?:[-–+*•\s]+|(?:về|kết quả|trong đó|trong|theo đó|qua đó|đồng thời|bên cạnh đó|ngoài ra|cụ thể|đến nay|hiện nay|riêng|tính đến|từ|thực hiện)[^,:]{0,80}[,:]\s|[^,:]{0,60}:\s)/iu;
const longest = 110;

/** Who a clause is about: the body or place that stands before its verb. */
export function subjectOf(clause: string): string | null {
  let rest = clause.trimStart();
  for (let turn = 0; turn < 4; turn++) {
    const subject = openingBody(rest);
    if (subject !== null) return subject;
    const introduced = introduction.exec(rest);
    if (introduced === null || introduced[0] === '') return null;
    rest = rest.slice(introduced[0].length).trimStart();
  }
  return null;
}

function openingBody(text: string): string | null {
  const head = text.slice(0, longest + 30);
  if (!opener.test(head)) return null;
  const begins = opener.exec(head)![0].length;
  const verb = marker.exec(head.slice(begins));
  const comma = head.slice(begins).search(/[;:(.]/u);
  if (verb === null) return null;
  if (comma !== -1 && comma < verb.index) return null;
  const subject = head
    .slice(0, begins + verb.index)
    .replace(/[\s,]+(?:đã|và|mà|thì)?$/u, '')
    .trim();
  return subject.length <= longest ? subject : null;
}

/** Looks in the segment of the figure, then in earlier segments of its sentence, then back to the beginning of the block. */
export function scopeInBlock(text: string, at: number, layout: Layout): string | null {
  const segment = layout.segmentAt(at);
  const own = subjectOf(text.slice(segment.start, at));
  if (own !== null) return own;
  const sentence = layout.sentenceAt(at);
  for (const clause of clausesBefore(text, sentence, at)) {
    const subject = subjectOf(clause);
    if (subject !== null) return subject;
  }
  const index = layout.sentences.indexOf(sentence);
  for (let back = index - 1; back >= Math.max(0, index - 6); back--) {
    const subject = subjectOf(
      text.slice(
        layout.sentences[back]!.start,
        Math.min(layout.sentences[back]!.end, layout.sentences[back]!.start + 300),
      ),
    );
    if (subject !== null) return subject;
  }
  return null;
}

function clausesBefore(text: string, sentence: Span, at: number): string[] {
  const from = Math.max(sentence.start, at - 600);
  return text
    .slice(from, at)
    .split(/;\s|,\s(?=\p{Lu})/u)
    .reverse()
    .slice(0, 6);
}
