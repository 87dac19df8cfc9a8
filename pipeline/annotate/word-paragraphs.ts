import { type FoldedText, fold } from './folded-text.ts';

/** A piece of text in the XML of a Word document. All numbers are offsets into the XML. */
export interface WordText {
  /** Behind the `>` of `<w:t>`, and before `</w:t>`. */
  start: number;
  end: number;
  run: WordRun;
}

interface WordRun {
  start: number;
  /** Behind `<w:r><w:rPr>…</w:rPr>`: what stands before it opens another run of the same look. */
  opened: number;
  isHidden: boolean;
  /** A mark that the writer typed belongs to the reference before it in its run. */
  isWhole: boolean;
}

export interface WordParagraph {
  /** Behind its properties, and before its end. */
  start: number;
  end: number;
  texts: WordText[];
  folded: FoldedText;
  /** The paragraph on which a text box hangs: Word keeps no comments inside of boxes. */
  outer: WordParagraph | null;
}

const TAG = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<(\/?)([\w:.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*>/g;

/**
 * The paragraphs of a body with where every letter stands in the XML, in their order. Looks only at tags: the XML has been
 * read by the reader before, and whatever is not known here keeps its bytes.
 */
export function wordParagraphs(xml: string, prefix: string): WordParagraph[] {
  const found: WordParagraph[] = [];
  const open: { paragraph: WordParagraph; run: WordRun | null }[] = [];
  let movedAway = 0;
  let textStart = 0;
  for (const { 0: whole, 1: slash, 2: name = '', index } of xml.matchAll(TAG)) {
    if (!name.startsWith(prefix)) continue;
    const isEmpty = whole.endsWith('/>');
    const isEnd = slash === '/';
    const after = index + whole.length;
    const top = open.at(-1);
    const run = top?.run;
    const short = name.slice(prefix.length);
    if (short === 'p' && !isEmpty) {
      if (isEnd) {
        if (top) top.paragraph.end = index;
        open.pop();
      } else {
        const outer = top ? (top.paragraph.outer ?? top.paragraph) : null;
        const paragraph = { start: after, end: after, texts: [], folded: fold(''), outer };
        found.push(paragraph);
        open.push({ paragraph, run: null });
      }
    } else if (short === 'moveFrom' && !isEmpty) movedAway += isEnd ? -1 : 1;
    else if (!top) continue;
    else if (short === 'pPr' && (isEnd || isEmpty)) top.paragraph.start = after;
    else if (short === 'r' && !isEmpty)
      top.run = isEnd ? null : { start: index, opened: after, isHidden: movedAway > 0, isWhole: false };
    else if (!run) continue;
    else if (short === 'rPr' && (isEnd || isEmpty)) run.opened = after;
    else if (short === 'vanish' && !/val="(?:0|false|off)"/.test(whole)) run.isHidden = true;
    else if (short === 'footnoteReference' || short === 'endnoteReference') run.isWhole = true;
    else if (short === 't' && !isEmpty && !isEnd) textStart = after;
    else if (short === 't' && isEnd && !run.isHidden)
      addText(top.paragraph, { start: textStart, end: index, run }, xml);
  }
  return found;
}

function addText({ texts, folded }: WordParagraph, text: WordText, xml: string): void {
  texts.push(text);
  const more = fold(xml.slice(text.start, text.end), text.start, true);
  folded.text += more.text;
  for (const start of more.starts) folded.starts.push(start);
  for (const end of more.ends) folded.ends.push(end);
}
