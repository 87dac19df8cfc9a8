import { lower } from '../text/fold.ts';
import { eachWord } from '../text/letters.ts';
import { readDigits } from './digits.ts';
import type { NumericValue } from './numeric-value.ts';
import { numberWords, readNumberWords } from './words.ts';

/** Digits with the separators inside; a trailing separator belongs to them only before a percent sign: «96,6.%». */
export const digitRun = /\d+(?:[.,]{1,3}\d+)*/gu;

const scale = /\s{0,2}(nghìn|ngàn|vạn|trăm|triệu|tỷ|tỉ)(?![\p{L}])/iuy;
const scales: Record<string, number> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, trăm: 100, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };
const half = / rưỡi(?![\p{L}])/iuy;
const furtherDigits = / (\d{1,3})(?= (?:nghìn|ngàn|triệu)(?![\p{L}]))/iuy;

/** The number in digits that starts at `start`, with its scale words: «10,5 nghìn tỷ», «2 tỷ 500 triệu», «2 triệu rưỡi». */
export function readDigitAtom(text: string, start: number, run: string, cell = false): NumericValue | null {
  let raw = run;
  // «96,6.%», «57,%»
  const stop = /^[.,]{1,3}(?=\s?%)/.exec(text.slice(start + run.length, start + run.length + 5))?.[0] ?? '';
  raw += stop;
  const form = readDigits(raw, cell);
  if (form === null) return null;
  let end = start + raw.length;
  let { value, step } = form;
  const scaled = readScale(text, end);
  let multiplier = 1;
  if (scaled !== null) {
    multiplier = scaled.multiplier;
    value = times(value, multiplier);
    step = times(step, multiplier);
    end = scaled.end;
    half.lastIndex = end;
    if (half.test(text)) {
      value += multiplier / 2;
      end = half.lastIndex;
    }
    const further = readFurther(text, end, multiplier);
    if (further !== null) {
      value += further.value;
      step = further.step;
      end = further.end;
    }
  }
  const atom: NumericValue = {
    start,
    end,
    raw: text.slice(start, end),
    value,
    step,
    integer: Number.isInteger(value) && step >= 1,
    form: form.form,
    leadingZero: /^0\d/.test(raw),
    multiplier,
  };
  if (form.alternatives !== undefined && multiplier === 1) atom.alternatives = form.alternatives;
  return atom;
}

/** «2 tỷ 500 triệu đồng»: a smaller scale completes the larger one. */
function readFurther(text: string, at: number, above: number): { value: number; step: number; end: number } | null {
  furtherDigits.lastIndex = at;
  const digits = furtherDigits.exec(text);
  if (digits === null) return null;
  const scaled = readScale(text, furtherDigits.lastIndex);
  if (scaled === null || scaled.multiplier >= above) return null;
  return { value: Number(digits[1]) * scaled.multiplier, step: scaled.multiplier, end: scaled.end };
}

function readScale(text: string, at: number): { multiplier: number; end: number } | null {
  let multiplier = 1;
  let end = at;
  for (let count = 0; count < 2; count++) {
    scale.lastIndex = end;
    const word = scale.exec(text)?.[1]?.toLowerCase();
    if (word === undefined) break;
    // «7 trăm» stays a rarity of speech, «2 vạn 3» another: only single scales and «nghìn tỷ», «trăm triệu», «triệu tỷ» combine.
    multiplier *= scales[word]!;
    end = scale.lastIndex;
  }
  return multiplier === 1 ? null : { multiplier, end };
}

/** 680.295 × 10⁹ without the dust of binary fractions. */
function times(value: number, multiplier: number): number {
  return Number((value * multiplier).toPrecision(15));
}

const LONGEST_NUMBER_WORD = 6;

/** Numerals in words: the longest run of number words, separated by single spaces, that reads as one number. */
export function scanNumberWords(text: string): NumericValue[] {
  const found: NumericValue[] = [];
  let run: { text: string; start: number; end: number }[] = [];
  const flush = () => {
    if (run.length > 0) found.push(...readRun(text, run));
    run = [];
  };
  const small = lower(text);
  eachWord(text, (start, end) => {
    const word = end - start <= LONGEST_NUMBER_WORD ? small.slice(start, end) : '';
    const isNumber = numberWords.has(word);
    const last = run.at(-1);
    if (!isNumber || (last !== undefined && (last.end + 1 !== start || text[last.end] !== ' ')) || run.length > 20)
      flush();
    if (isNumber) run.push({ text: word, start, end });
  });
  flush();
  return found;
}

function readRun(text: string, run: { text: string; start: number; end: number }[]): NumericValue[] {
  // A few words can run together («năm hai nghìn», «một hai»): the longest numeral from each place counts.
  const found: NumericValue[] = [];
  for (let first = 0; first < run.length; first++) {
    for (let last = run.length; last > first; last--) {
      const words = run.slice(first, last);
      const read = readNumberWords(words.map((item) => item.text));
      if (read === null) continue;
      const start = words[0]!.start;
      const end = words.at(-1)!.end;
      found.push({
        start,
        end,
        raw: text.slice(start, end),
        value: read.value,
        step: read.step,
        integer: Number.isInteger(read.value),
        form: 'word',
        leadingZero: false,
        multiplier: read.multiplier,
      });
      first = last - 1;
      break;
    }
  }
  return found;
}
