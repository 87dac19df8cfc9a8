import type { Page, RecordFilter } from '../../search/port.ts';
import { UsageError } from './failure.ts';

type Options = Record<string, string | boolean | undefined>;

/** `--limit` and `--offset`; with `--json` and no limit given by the user, as commander's default says. */
export function pageOf(options: Options): Page {
  return { offset: wholeNumber(options.offset, '--offset'), limit: wholeNumber(options.limit, '--limit') };
}

function wholeNumber(value: string | boolean | undefined, name: string): number {
  const number = Number(value);
  if (typeof value !== 'string' || !Number.isInteger(number) || number < 0) throw new UsageError(`${name}: ${value}`);
  return number;
}

/** The filter options that were given, under the names of the store. */
export function filterOf(options: Options): RecordFilter {
  const filter: RecordFilter = {};
  for (const key of ['report', 'words', 'place', 'issuer', 'topic', 'stance', 'kind'] as const) {
    const value = options[key];
    if (typeof value === 'string') filter[key] = value;
  }
  for (const key of ['from', 'to'] as const) {
    const value = options[key];
    if (typeof value === 'string') filter[key] = isoDate(value, key);
  }
  if (options.certain === true) filter.certain = true;
  return filter;
}

/** `2023`, `2023-06-19`, `19/6/2023`; a year alone is its first or last day. */
function isoDate(text: string, edge: 'from' | 'to'): string {
  if (/^\d{4}$/.test(text)) return edge === 'from' ? `${text}-01-01` : `${text}-12-31`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (!day || !month) throw new UsageError(`--${edge}: ${text}`);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
