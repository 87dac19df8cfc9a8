import { fold } from '../../extractors/text/fold.ts';
import { put } from '../province/figures.ts';
import { type Random, wholeBetween } from '../province/random.ts';
import type { ProvinceReport } from '../province/reports.ts';

export const ways = ['as written', 'without marks', 'figures spelled otherwise', 'by its number'] as const;

/** What somebody types who has read this report once: words with a figure, or its number; the place and the year. */
export function typedFor(report: ProvinceReport, way: (typeof ways)[number], random: Random): string {
  const { unit, year, number, tellings } = report;
  const about = `place:"${unit.name}" from:${year}-01-01 to:${year}-12-31`;
  const told = put(tellings[wholeBetween(random, 0, tellings.length - 1)]!);
  switch (way) {
    case 'as written':
      return `${told} ${about}`;
    case 'without marks':
      return fold(`${told} ${about}`);
    case 'figures spelled otherwise':
      return `${told.replace(/\d[\d.]*/, spelledOtherwise)} ${about}`;
    case 'by its number':
      return `${random() < 0.5 ? number.replace('/', ' ').replace('-', ' ') : fold(number)} ${about}`;
  }
}

/** `1.234` as `1234`, `05` as `5`, `7` as `07`. */
function spelledOtherwise(figure: string): string {
  if (figure.includes('.')) return figure.replaceAll('.', '');
  if (figure.startsWith('0')) return figure.slice(1);
  return figure.length === 1 ? `0${figure}` : figure;
}
