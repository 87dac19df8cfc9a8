import type { Citation } from '../../schemas/citation.ts';
import type { Place } from './rule.ts';

/** What the rules about directives say of a mention: where it stands, what it is called, its day as reports write it. */
export const placeOfCitation = ({ block, start, end }: Citation, role: string): Place => ({ role, block, start, end });

export const nameOfCitation = ({ type, number }: Pick<Citation, 'type' | 'number'>): string =>
  [type, number].filter(Boolean).join(' ');

/** `2019-02-18` → `18/02/2019`. */
export const showDay = (iso: string | null): string => (iso ?? '').split('-').reverse().join('/');
