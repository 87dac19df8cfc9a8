import type { Block } from '../../schemas/document.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import type { OutlineAnswer, OutlineItem, OutlineState } from '../../schemas/outline.ts';
import { answer, saysNothing } from './answer.ts';
import { hasBlank } from './blanks.ts';
import { figureWords } from './wording.ts';

/** Shares of the words of what is asked for that a sentence must have. */
const SURE = 0.99;
const PERHAPS = 0.7;

type Words = ReadonlySet<string>;
const wordsOf = (text: string): Words => new Set(figureWords(text));

interface Told {
  block: Block;
  start: number;
  end: number;
  words: Words;
}

type Sentence = Told & { text: string };

interface Found {
  state: OutlineState;
  at: Told | null;
}

/** Finds the figures an outline asks for: in indicators, or in a sentence with a number. */
export class FigureMatcher {
  /** By their names; `around` has the words of the clause as well. */
  readonly #indicators: readonly (Told & { around: Words })[];
  /** By each of their words. */
  readonly #sentences = new Map<string, Sentence[]>();
  /** One figure may be asked for in several places. */
  readonly #known = new Map<string, Found>();

  constructor(blocks: readonly Block[], indicators: readonly Indicator[]) {
    const byId = new Map(blocks.map((block) => [block.id, block]));
    this.#indicators = indicators.flatMap(({ label, unit, quote, block: id, start, end, table }) => {
      const block = byId.get(id);
      if (block === undefined) return [];
      const named = [label, unit ?? '', ...(table === null ? [] : [...table.row, ...table.column])].join(' · ');
      return [{ block, start, end, words: wordsOf(named), around: wordsOf(`${named} · ${quote}`) }];
    });
    for (const sentence of blocks.flatMap(sentencesOf)) {
      for (const word of sentence.words) {
        const known = this.#sentences.get(word);
        if (known) known.push(sentence);
        else this.#sentences.set(word, [sentence]);
      }
    }
  }

  answer(item: OutlineItem): OutlineAnswer {
    const wanted = figureWords(item.title);
    const key = wanted.join(' ');
    const found = this.#known.get(key) ?? this.#find(wanted);
    this.#known.set(key, found);
    return answer(item, found.state, found.at?.block ?? null, found.at?.start, found.at?.end);
  }

  #find(wanted: readonly string[]): Found {
    const named = this.#indicators.find(({ words }) => shareOf(wanted, words) >= SURE);
    if (named) return { state: 'there', at: named };
    const like = this.#indicators.find(({ around }) => shareOf(wanted, around) >= PERHAPS);
    let [empty, perhaps] = [null, like ?? null] as [Told | null, Told | null];
    for (const sentence of this.#sentencesWith(wanted)) {
      if (hasBlank(sentence.text)) empty ??= sentence;
      else if (isCounted(wanted, sentence.text)) return { state: 'there', at: sentence };
      else if (saysNothing(sentence.text)) return { state: 'nothing', at: sentence };
      else perhaps ??= sentence;
    }
    if (empty) return { state: 'empty', at: empty };
    return perhaps ? { state: 'unsure', at: perhaps } : { state: 'lacking', at: null };
  }

  /** Those that have all the words, in reading order. */
  #sentencesWith(wanted: readonly string[]): Sentence[] {
    const lists = wanted.map((word) => this.#sentences.get(word) ?? []).sort((a, b) => a.length - b.length);
    return (lists[0] ?? []).filter(({ words }) => wanted.every((word) => words.has(word)));
  }
}

function sentencesOf(block: Block): Sentence[] {
  if (block.table !== null || block.kind === 'page-header' || block.kind === 'page-footer') return [];
  const cut = block.text.matchAll(/[^.;\n]*(?:\.(?!\s)[^.;\n]*)*[.;]?/gu);
  return Array.from(cut, ({ 0: text, index }) => ({
    ...{ text, block, start: index, end: index + text.length },
    words: wordsOf(text),
  }));
}

/** A number stands in the same clause: «33 đảng bộ trực thuộc», «dân số: 12.340 người». */
function isCounted(wanted: readonly string[], sentence: string): boolean {
  return sentence.split(/[,;]/).some((clause) => /\d/.test(clause) && shareOf(wanted, wordsOf(clause)) >= SURE);
}

const shareOf = (wanted: readonly string[], words: Words): number =>
  wanted.filter((word) => words.has(word)).length / Math.max(1, wanted.length);
