import type { Telling } from './reports.ts';
import type { Concept } from './wording.ts';

export function showChange(tenths: number): string {
  return `${tenths < 0 ? 'giảm' : 'tăng'} ${(Math.abs(tenths) / 10).toFixed(1).replace('.', ',')}%`;
}

/** The figure in the words of its report. */
export function put({ concept, value, way }: Telling): string {
  return (concept.ways[way] as string).replace('{n}', show(concept, value));
}

/** Tenths of per cent, tens of millions of đồng; counts below ten with their zero. */
export function show({ kind }: Concept, value: number): string {
  if (kind === 'rate') return (value / 10).toFixed(1).replace('.', ',');
  if (kind === 'money')
    return (value / 100)
      .toFixed(2)
      .replace('.', ',')
      .replace(/\B(?=(?:\d{3})+(?=,))/g, '.');
  return value < 10 ? `0${value}` : String(value).replace(/\B(?=(?:\d{3})+$)/g, '.');
}
