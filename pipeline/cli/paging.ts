import { DecisionState } from '../../schemas/decision.ts';
import { Severity } from '../../schemas/diagnostic.ts';
import type { Page, RecordFilter } from '../../search/port.ts';
import type { FlagFilter } from '../desk/flags.ts';
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

/** The same for flags: what was decided of them, and how grave they are. */
export function flagFilterOf(options: Options): FlagFilter {
  const filter: FlagFilter = filterOf(options);
  if (options.state !== undefined) filter.state = oneOf(DecisionState.options, options.state, '--state');
  if (options.severity !== undefined) filter.severity = oneOf(Severity.options, options.severity, '--severity');
  if (typeof options.assignee === 'string') filter.assignee = options.assignee;
  return filter;
}

export function oneOf<T extends string>(values: readonly T[], given: string | boolean | undefined, name: string): T {
  const found = values.find((value) => value === given);
  if (found === undefined) throw new UsageError(`${name}: ${values.join(' | ')}`);
  return found;
}

/** `2023`, `2023-06-19`, `19/6/2023`; a year alone is its first or last day. */
export function isoDate(text: string, edge: 'from' | 'to' | 'date'): string {
  if (edge !== 'date' && /^\d{4}$/.test(text)) return edge === 'from' ? `${text}-01-01` : `${text}-12-31`;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (!day || !month) throw new UsageError(`--${edge}: ${text}`);
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
