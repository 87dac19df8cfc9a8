import type { Box } from './bitmap.ts';

/** A word as the recogniser read it, and how sure it was of it (0 to 100). */
export interface OcrWord {
  text: string;
  confidence: number;
  box: Box;
}

/** Words on one line of print, in pixels of the picture that was read. */
export interface OcrLine {
  words: OcrWord[];
  /** The y on which the letters stand. */
  baseline: number;
  /** Height of small letters without strokes above or below. */
  xHeight: number;
}

const LINE =
  /<span class='ocr_\w+' id='line_[^>]*title="([^"]*)"[^>]*>([\s\S]*?)(?=<span class='ocr_\w+' id='line_|<\/p>)/g;
const WORD = /<span class='ocrx_word'[^>]*title='([^']*)'[^>]*>([\s\S]*?)<\/span>/g;

/** Reads hOCR, the page format that every build of Tesseract writes alike. Words of blanks only are noise. */
export function parseHocr(hocr: string): OcrLine[] {
  const lines: OcrLine[] = [];
  for (const [, title = '', inside = ''] of hocr.matchAll(LINE)) {
    const box = boxOf(title);
    if (!box) continue;
    const words: OcrWord[] = [];
    for (const [, wordTitle = '', markup = ''] of inside.matchAll(WORD)) {
      const text = unescaped(markup.replace(/<[^>]*>/g, ''))
        .normalize('NFC')
        .replaceAll('\u2044', '/')
        .trim();
      const wordBox = boxOf(wordTitle);
      if (text !== '' && wordBox) words.push({ text, confidence: numbers(wordTitle, 'x_wconf')[0] ?? 0, box: wordBox });
    }
    if (words.length === 0) continue;
    const [slope = 0, offset = 0] = numbers(title, 'baseline');
    const size = numbers(title, 'x_size')[0] ?? box.bottom - box.top;
    const strokes = (numbers(title, 'x_ascenders')[0] ?? size / 4) + (numbers(title, 'x_descenders')[0] ?? size / 4);
    const baseline = box.bottom + offset + (slope * (box.right - box.left)) / 2;
    lines.push({ words, baseline, xHeight: Math.max(1, size - strokes) });
  }
  return lines;
}

function boxOf(title: string): Box | null {
  const [left, top, right, bottom] = numbers(title, 'bbox');
  return left !== undefined && top !== undefined && right !== undefined && bottom !== undefined
    ? { left, top, right, bottom }
    : null;
}

/** `baseline 0.002 -9; x_size 36`: the numbers behind a name. */
function numbers(title: string, name: string): number[] {
  const found = new RegExp(`(?:^|[;\\s])${name}((?:\\s+-?[\\d.]+)+)`).exec(title);
  return found ? found[1]!.trim().split(/\s+/).map(Number) : [];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
    decimal || hex
      ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16))
      : (ENTITIES[name] ?? whole),
  );
}
