import type { Block } from '../../schemas/document.ts';
import type { OutlineAnswer, OutlineItem, OutlineState } from '../../schemas/outline.ts';
import { fold } from '../text/fold.ts';
import { answer, saysNothing } from './answer.ts';
import { isBlank } from './blanks.ts';
import { type Part, within } from './parts.ts';
import { piecesOf, titleWords } from './wording.ts';

/** Of the words of a title, weighed by how few titles of the outline have them, so many must be in the heading. */
const SURE = 0.7;
const PERHAPS = 0.4;
/** Far from where it belongs only the very same title counts. */
const SURE_ELSEWHERE = 0.85;
/** And so much of the heading, or of one of the things it names, must be of the title. */
const SURE_BACK = 0.34;
const SURE_PIECE = 0.6;
/** A numbered sentence is no heading. */
const MOST_WORDS = 30;
/** So many words are a name, not a task. */
const LONGEST_NAME = 8;

/** Words of a title, and those of each of the things it names. */
interface Title {
  words: ReadonlySet<string>;
  pieces: readonly ReadonlySet<string>[];
}

/** Finds the sections of an outline among the headings of one report, whatever they are numbered, joined or split. */
export class SectionMatcher {
  readonly #items: readonly OutlineItem[];
  readonly #parts: readonly Part[];
  readonly #headings: ReadonlySet<Part>;
  /** By their texts. */
  readonly #titles = new Map<string, Title>();
  readonly #weights: ReadonlyMap<string, number>;
  readonly #texts: readonly [Block, ReadonlySet<string>][];
  readonly #guidance: ReadonlySet<string>;
  readonly #found = new Map<string, Part>();

  constructor(
    items: readonly OutlineItem[],
    outline: readonly Block[],
    report: readonly Block[],
    parts: readonly Part[],
  ) {
    this.#items = items;
    this.#parts = parts;
    this.#headings = new Set(parts.filter(isHeading));
    const titles = items.filter(({ kind }) => kind === 'section').map(({ title }) => new Set(titleWords(title)));
    const counts = new Map<string, number>();
    for (const words of titles) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.#weights = new Map([...counts].map(([word, count]) => [word, 1 / count]));
    const headings = new Set(Array.from(this.#headings, ({ block }) => block.id));
    this.#texts = report
      .filter(({ id, table, note }) => table === null && note === null && !headings.has(id))
      .map((block) => [block, new Set(titleWords(block.text))]);
    this.#guidance = new Set(outline.map(({ text }) => plain(text)));
  }

  answer(item: OutlineItem): OutlineAnswer {
    const own = this.#best(item);
    if (own !== null) {
      this.#found.set(item.id, own);
      return this.#filled(item, own);
    }
    // «Phần thứ nhất» may be left out where all that belongs to it is there.
    const children = this.#items.filter(({ parent, kind }) => parent === item.id && kind === 'section');
    const child = children.map((one) => this.#best(one)).find((part) => part !== null);
    if (child !== undefined && child !== null) return answer(item, 'there', child.block, child.start, child.end);
    const [near, block] = this.#nearest(item);
    return near ? answer(item, 'unsure', block) : answer(item, 'lacking', null);
  }

  /** The heading that means this section: first where its parent was found, then anywhere. */
  #best(item: OutlineItem): Part | null {
    const above = item.parent === null ? undefined : this.#found.get(item.parent);
    const here = above ? this.#most(item, [...within(this.#parts, above), ...this.#joined(above)]) : null;
    if (here && here.score >= SURE) return here.part;
    const anywhere = this.#most(item, this.#parts);
    if (!anywhere || anywhere.score < (above ? SURE_ELSEWHERE : SURE)) return null;
    return this.#belongsElsewhere(item, anywhere.part) ? null : anywhere.part;
  }

  /** «3. Hạn chế và nguyên nhân» is both: what is asked for below may be told in the heading above. */
  #joined(above: Part): Part[] {
    return this.#title(above.title).pieces.length > 1 ? [above] : [];
  }

  /** A heading under another section of the outline, where that one asks for the same, is that one's. */
  #belongsElsewhere(item: OutlineItem, part: Part): boolean {
    const twins = this.#items.filter(
      ({ id, kind, title, parent }) =>
        id !== item.id && kind === 'section' && parent !== item.parent && plain(title) === plain(item.title),
    );
    return twins.some(({ parent }) => {
      const above = parent === null ? undefined : this.#found.get(parent);
      return above !== undefined && within(this.#parts, above).includes(part);
    });
  }

  #most(item: OutlineItem, among: readonly Part[]): { part: Part; score: number } | null {
    let best: { part: Part; score: number } | null = null;
    for (const part of among) {
      const [wanted, title] = [this.#title(item.title), this.#title(part.title)];
      if (!this.#headings.has(part) || !isAbout(wanted, title)) continue;
      const score = this.#score(wanted, title.words);
      // Of equals the higher heading: a lead may repeat what stands above it.
      if (
        score > 0 &&
        (best === null || score > best.score + 1e-9 || (score > best.score - 1e-9 && part.rank < best.part.rank))
      )
        best = { part, score };
    }
    return best;
  }

  /** The best covered piece counts when the title names several things: the others may stand under it. */
  #score(wanted: Title, words: ReadonlySet<string>): number {
    const pieces = wanted.pieces.map((piece) => this.#share(piece, words));
    return Math.max(this.#share(wanted.words, words), Math.max(...pieces) * 0.9);
  }

  #title(text: string): Title {
    const known = this.#titles.get(text);
    if (known) return known;
    const pieces = piecesOf(text).map((piece) => new Set(titleWords(piece)));
    const title = { words: new Set(titleWords(text)), pieces };
    this.#titles.set(text, title);
    return title;
  }

  #share(wanted: ReadonlySet<string>, words: ReadonlySet<string>): number {
    let [all, covered] = [0, 0];
    for (const word of wanted) {
      const weight = this.#weights.get(word) ?? 1;
      all += weight;
      if (words.has(word)) covered += weight;
    }
    return all === 0 ? 0 : covered / all;
  }

  /** A heading that is somewhat like it, or a passage that has all its words. */
  #nearest(item: OutlineItem): [found: boolean, block: Block | null] {
    const heading = this.#most(item, this.#parts);
    if (heading && heading.score >= PERHAPS && !this.#belongsElsewhere(item, heading.part))
      return [true, heading.part.block];
    const words = [...this.#title(item.title).words];
    if (words.length < 2) return [false, null];
    const passage = this.#texts.find(([, has]) => words.every((word) => has.has(word)));
    return passage ? [true, passage[0]] : [false, null];
  }

  #filled(item: OutlineItem, part: Part): OutlineAnswer {
    const told = [part, ...within(this.#parts, part)];
    const texts = told.flatMap(({ rest, own }) => [rest, ...own.map(({ text }) => text)]);
    const said = texts.filter((text) => !isBlank(text) && !this.#guidance.has(plain(text)));
    const state = said.length === 0 ? this.#unfilled(part) : said.every(saysNothing) ? 'nothing' : 'there';
    return answer(item, state, part.block, part.start, part.end);
  }

  /** A heading with nothing under it; long ones side by side, none of which has anything, are a list. */
  #unfilled(part: Part): OutlineState {
    const words = part.title.split(' ').length;
    // A numbered sentence is heading and content at once: «2. Tổ chức 12 cuộc đối thoại với 340 lượt người».
    if (/\d/.test(part.title) && words > 6) return 'there';
    if (words <= LONGEST_NAME) return 'empty';
    const beside = this.#parts.filter(
      ({ rank, section }) => rank === part.rank && above(section) === above(part.section),
    );
    const isBare = (one: Part): boolean =>
      [one, ...within(this.#parts, one)].every(({ rest, own }) => rest === '' && own.length === 0);
    return beside.length > 1 && beside.every(isBare) ? 'unsure' : 'empty';
  }
}

const isHeading = ({ title, block }: Part): boolean =>
  title.split(' ').length <= MOST_WORDS && (block.kind === 'heading' || !/[;,]$/.test(title));

/** «Hạn chế và nguyên nhân» is about «Hạn chế»; «Đánh giá chất lượng giải quyết thủ tục hành chính» is no «Đánh giá chung». */
function isAbout({ words: wanted }: Title, { words, pieces }: Title): boolean {
  const share = (some: ReadonlySet<string>): number =>
    [...some].filter((word) => wanted.has(word)).length / Math.max(1, some.size);
  return share(words) >= SURE_BACK || pieces.some((piece) => share(piece) >= SURE_PIECE);
}

/** «II.1.3» → «II.1» */
const above = (section: string | null): string => section?.replace(/\.?[^.]*$/, '') ?? '';

const plain = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
