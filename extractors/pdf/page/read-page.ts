import { type Glyph, middleOf, type PageContent, type Ruling, type Turn } from './content.ts';
import { apply, boundsWithin, EVERYWHERE, IDENTITY, type Matrix, multiply, type Rect, toMatrix } from './matrix.ts';
import { OPS, type OperatorList, type PageFont } from './operators.ts';
import { rulingsOfPath } from './path-rulings.ts';

interface TextState {
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  size: number;
  font: PageFont;
  hidden: boolean;
}

interface GraphicsState extends TextState {
  matrix: Matrix;
  lineWidth: number;
  stroke: string;
  fill: string;
  clip: Rect;
}

interface ShownGlyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
  vmetric?: unknown;
}

export const PLAIN_FONT: PageFont = { bold: false, italic: false, vertical: false, unit: 0.001 };

/** More glyphs than any printed page holds: what lies beyond is a drawing or an attack. */
const MAX_GLYPHS = 100_000;

/**
 * Follows a page's drawing program once and notes where each glyph and each ruling stands. `viewport` is the matrix from
 * the page's own coordinates to the page as it is read.
 */
export function readPage(
  page: { number: number; width: number; height: number; viewport: Matrix },
  operators: OperatorList,
  fontOf: (name: string) => PageFont,
): PageContent {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  let slanted = 0;
  let pictured = 0;
  let state: GraphicsState = {
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    size: 0,
    font: PLAIN_FONT,
    hidden: false,
    matrix: page.viewport,
    lineWidth: 1,
    stroke: '#000000',
    fill: '#000000',
    clip: EVERYWHERE,
  };
  const clipped: Glyph[] = [];
  let clips = false;
  const saved: GraphicsState[] = [];
  let textMatrix: Matrix = IDENTITY;
  let x = 0;
  let y = 0;
  let lineX = 0;
  let lineY = 0;
  let untouched = false;

  const moveText = (dx: number, dy: number) => {
    lineX += dx;
    lineY += dy;
    x = lineX;
    y = lineY;
  };

  const show = (shown: unknown) => {
    if (!Array.isArray(shown) || state.size === 0) return;
    const whole = multiply(state.matrix, textMatrix);
    const along = Math.hypot(whole[0], whole[1]);
    const across = Math.hypot(whole[2], whole[3]);
    const turn = turnOf(whole[0], whole[1], along);
    const { font, charSpacing, wordSpacing, scale, rise } = state;
    const size = Math.abs(state.size) * across;
    for (const item of shown) {
      if (typeof item === 'number') {
        const shift = (-item / 1000) * state.size;
        if (font.vertical) y += shift;
        else x += shift * scale;
        continue;
      }
      const shape = item as ShownGlyph | null;
      if (!shape || typeof shape !== 'object') continue;
      const advance = (shape.width ?? 0) * font.unit * state.size;
      const spacing = (shape.isSpace ? wordSpacing : 0) + charSpacing;
      const text = shape.unicode ?? '';
      if (text !== '' && glyphs.length < MAX_GLYPHS) {
        if (turn === null) slanted++;
        else {
          const [px, py] = apply(whole, x, y + rise);
          const glyph: Glyph = {
            text,
            x: px,
            y: py,
            width: Math.max(0, advance * scale * along),
            size,
            turn,
            // isSpace of pdfjs means the code 32, which in a subset font may stand for any letter.
            space: text.trim() === '',
            bold: font.bold,
            italic: font.italic,
            hidden: state.hidden,
          };
          (isWithin(glyph, state.clip) ? glyphs : clipped).push(glyph);
        }
      }
      if (font.vertical) y -= Math.abs(state.size) + spacing;
      else x += (advance + spacing) * scale;
    }
  };

  for (let i = 0; i < operators.fnArray.length; i++) {
    const op = operators.fnArray[i];
    const given = operators.argsArray[i];
    const args: unknown[] = Array.isArray(given) ? given : [];
    const number = (at: number) => (typeof args[at] === 'number' ? (args[at] as number) : 0);
    switch (op) {
      case OPS.save:
      case OPS.paintFormXObjectBegin:
      case OPS.beginGroup: {
        saved.push({ ...state });
        const inner = op === OPS.paintFormXObjectBegin ? toMatrix(args[0]) : null;
        if (inner) state.matrix = multiply(state.matrix, inner);
        untouched = false;
        break;
      }
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
      case OPS.endGroup:
        // pdfjs is told to leave pictures out undecoded; what is left of one is a matrix that nothing is drawn with.
        if (untouched) pictured += pictureShare(state.matrix, page.width * page.height);
        untouched = false;
        state = saved.pop() ?? state;
        break;
      case OPS.transform: {
        const inner = toMatrix(args);
        if (inner) state.matrix = multiply(state.matrix, inner);
        untouched = true;
        break;
      }
      case OPS.setLineWidth:
        state.lineWidth = number(0);
        break;
      case OPS.setGState:
        applyGraphicsState(args[0], state, fontOf);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = String(args[0]);
        break;
      case OPS.setFillRGBColor:
        state.fill = String(args[0]);
        break;
      case OPS.clip:
      case OPS.eoClip:
        clips = true;
        break;
      case OPS.constructPath:
        untouched = false;
        if (clips) state.clip = clippedBy(args[2], state);
        clips = false;
        for (const ruling of rulingsOfPath(args, state)) rulings.push(ruling);
        break;
      case OPS.beginText:
        untouched = false;
        textMatrix = IDENTITY;
        x = y = lineX = lineY = 0;
        break;
      case OPS.setTextMatrix:
        textMatrix = toMatrix(args[0]) ?? toMatrix(args) ?? textMatrix;
        x = y = lineX = lineY = 0;
        break;
      case OPS.moveText:
        moveText(number(0), number(1));
        break;
      case OPS.setLeadingMoveText:
        state.leading = -number(1);
        moveText(number(0), number(1));
        break;
      case OPS.nextLine:
        moveText(0, -state.leading);
        break;
      case OPS.setLeading:
        state.leading = number(0);
        break;
      case OPS.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case OPS.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case OPS.setHScale:
        state.scale = number(0) / 100;
        break;
      case OPS.setTextRise:
        state.rise = number(0);
        break;
      case OPS.setTextRenderingMode:
        state.hidden = number(0) === 3 || number(0) === 7;
        break;
      case OPS.setFont:
        state.font = fontOf(String(args[0]));
        state.size = number(1);
        break;
      case OPS.nextLineShowText:
        moveText(0, -state.leading);
        show(args[0]);
        break;
      case OPS.nextLineSetSpacingShowText:
        state.wordSpacing = number(0);
        state.charSpacing = number(1);
        moveText(0, -state.leading);
        show(args[2]);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0]);
        break;
    }
  }
  // Where most of a page would be cut away, this reader has misunderstood the clipping.
  if (clipped.length > 0.2 * (glyphs.length + clipped.length)) glyphs.push(...clipped);
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    glyphs,
    rulings,
    pictured: Math.min(1, pictured),
    slanted,
  };
}

/** The quarter turn of the direction (a, b), y downwards; null for slanted text. A scan set straight may be 2° off. */
function turnOf(a: number, b: number, length: number): Turn | null {
  const slack = 0.06 * length;
  if (Math.abs(b) <= slack) return a >= 0 ? 0 : 180;
  if (Math.abs(a) <= slack) return b >= 0 ? 90 : 270;
  return null;
}

/** Letters outside the clipping area are not seen: LibreOffice cuts the head of a table that it repeats on a page. */
function isWithin(glyph: Glyph, clip: Rect): boolean {
  const { x, y } = middleOf(glyph);
  const slack = 0.25 * glyph.size;
  return x >= clip.left - slack && x <= clip.right + slack && y >= clip.top - slack && y <= clip.bottom + slack;
}

function clippedBy(bounds: unknown, { clip, matrix }: GraphicsState): Rect {
  const box = bounds as ArrayLike<number> | null | undefined;
  if (!box || typeof box !== 'object' || box.length !== 4) return clip;
  return boundsWithin(clip, matrix, Array.from(box));
}

/** A picture is drawn into the unit square under the current matrix. */
function pictureShare(m: Matrix, pageArea: number): number {
  return pageArea > 0 ? Math.abs(m[0] * m[3] - m[1] * m[2]) / pageArea : 0;
}

/** `gs` may set a line width and a font. */
function applyGraphicsState(entries: unknown, state: GraphicsState, fontOf: (name: string) => PageFont): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue;
    const [key, value] = entry;
    if (key === 'LW' && typeof value === 'number') state.lineWidth = value;
    if (key === 'Font' && Array.isArray(value)) {
      state.font = fontOf(String(value[0]));
      if (typeof value[1] === 'number') state.size = value[1];
    }
  }
}
