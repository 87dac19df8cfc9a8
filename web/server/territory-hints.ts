import type { TerritorySearch } from '../../schemas/territory.ts';

interface Hint {
  code: 'territory-former' | 'territory-reports' | 'territory-later';
  value: string;
}

/**
 * For units that a question names: whose reports are searched with theirs, how to have those that the words do not find,
 * and where a unit went that is no more.
 */
export function territoryHints({ territories, former }: Pick<TerritorySearch, 'territories' | 'former'>): Hint[] {
  // A commune may have been of two districts, one after the other.
  const names = (units: readonly { name: string }[]): string => [...new Set(units.map(({ name }) => name))].join(', ');
  return territories.flatMap(({ name, to, former: before, later }): Hint[] => {
    const hints: Hint[] = [];
    if (before.length > 0 && former === null)
      hints.push({ code: 'territory-former', value: `${name} ← ${names(before)}` });
    if (before.length > 0 && former !== null && former.total > 0)
      hints.push({ code: 'territory-reports', value: `place:"${name}"` });
    if (to !== null && later.length > 0) hints.push({ code: 'territory-later', value: `${name} → ${names(later)}` });
    return hints;
  });
}
