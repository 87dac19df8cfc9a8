import type { Block } from '../../schemas/document.ts';
import { fold } from '../text/fold.ts';

/**
 * MinHash (Broder 1997): the smallest of `LENGTH` different hashes over all runs of five words. The share of equal places
 * in two sketches estimates the share of runs that two texts have in common, whatever the order of their blocks is.
 */
const LENGTH = 64;
const RUN = 5;
/** Rows of one band: texts that share 60 % of their runs meet in some band with a probability of 92 %, those that share 20 % with 3 %. */
const ROWS = 4;

export type Sketch = Uint32Array;

/** Of everything the report says, furniture of the page left out. Digits stay in: months differ by nothing else. */
export function sketchOf(blocks: readonly Block[]): Sketch {
  const sketch = new Uint32Array(LENGTH).fill(0xffffffff);
  for (const block of blocks) {
    if (block.kind === 'page-header' || block.kind === 'page-footer') continue;
    const words = fold(block.text).match(/[\p{L}\d]+/gu) ?? [];
    const last = Math.max(0, words.length - RUN);
    for (let at = 0; at <= last && words.length > 0; at++) {
      const hash = hashOf(words.slice(at, at + RUN).join(' '));
      for (let i = 0; i < LENGTH; i++) {
        const value = (Math.imul(hash ^ seeds[i]!, 0x9e3779b1) ^ (hash >>> 15)) >>> 0;
        const mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b) >>> 0;
        if (mixed < sketch[i]!) sketch[i] = mixed;
      }
    }
  }
  return sketch;
}

/** 0–1: the estimated share of common runs of words. */
export function likeness(a: Sketch, b: Sketch): number {
  let same = 0;
  for (let i = 0; i < LENGTH; i++) if (a[i] === b[i]) same++;
  return same / LENGTH;
}

/** Texts that are much alike share at least one of these: what to look up instead of comparing with everything. */
export function bandsOf(sketch: Sketch): string[] {
  const bands: string[] = [];
  for (let at = 0; at < LENGTH; at += ROWS)
    bands.push(`${at / ROWS}:${Array.from(sketch.subarray(at, at + ROWS), (value) => value.toString(36)).join('-')}`);
  return bands;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Fixed, so that a sketch made today equals one made tomorrow: a linear congruential series (Numerical Recipes). */
const seeds = (() => {
  let value = 20230619;
  return Uint32Array.from({ length: LENGTH }, () => {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    return value;
  });
})();
